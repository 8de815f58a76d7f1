using System.Linq.Expressions;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>Finds what a name in a formula means.</summary>
/// <remarks>
/// In this order: an attribute of the row; its key, number, parent and root; an attribute of the nearest row above that has one of that name; a
/// constant or unit. With dots: <c>previous</c>, <c>first</c>, <c>parent</c>, <c>root</c>, an entity above by its name, or a reference.
/// </remarks>
internal sealed class NameResolver(FormulaCompiler formulas)
{
    private readonly Compilation _compilation = formulas.Compilation;

    public Typed Resolve(Token token)
    {
        var names = token.Text.Split('.');
        if (formulas.Entity is { } entity)
        {
            if (formulas.Alternative is { } other && names.Length > 1 && IsOther(names[0], other.Entity, entity)) return Walk(names, 1, other.Row, other.Entity, token, ofReferred: true);
            var found = names.Length == 1 ? Single(names[0], entity, token) : Dotted(names, entity, token);
            if (found is not null) return found;
            if (formulas.Alternative is { } alternative && names.Length == 1 && alternative.Entity.Attributes.ContainsKey(names[0])) return Read(alternative.Row, alternative.Entity, names[0], token, nullable: true);
        }
        if (Constant(token.Text) is { } constant) return constant;
        throw new FormulaException(token.At, UnknownColumn.Message("name", token.Text, Known()));
    }

    private Typed? Single(string name, EntityPlan entity, Token token)
    {
        if (entity.Attributes.ContainsKey(name)) return Read(formulas.Row, entity, name, token, nullable: false);
        switch (name)
        {
            case "n": return new(Expression.Convert(Expression.Add(Expression.Field(formulas.Row, nameof(Engine.Row.Number)), Expression.Constant(1L)), typeof(double)), CellType.Integer);
            case "parent" when entity.Parent is not null: return Read(Up(entity, entity.Parent), entity.Parent, "key", token, nullable: false);
            case "root": return Read(Up(entity, entity.Root), entity.Root, "key", token, nullable: false);
        }
        for (var above = entity.Parent; above is not null; above = above.Parent)
        {
            if (above.Attributes.ContainsKey(name) && name != "key") return Read(Up(entity, above), above, name, token, nullable: false);
            if (above.Name == name || above.Singular == name) return Read(Up(entity, above), above, "key", token, nullable: false);
        }
        return null;
    }

    private Typed? Dotted(string[] names, EntityPlan entity, Token token)
    {
        var (row, at, nullable) = ((Expression)formulas.Row, entity, false);
        var i = 0;
        switch (names[0])
        {
            case "previous" or "first":
                formulas.Attribute?.ReadsNeighbours = true;
                return Neighbour(names, entity, token);
            case "parent":
                if (entity.Parent is null) throw new FormulaException(token.At, $"'{entity.Name}' has no parent.");
                (row, at, i) = (Up(entity, entity.Parent), entity.Parent, 1);
                break;
            case "root":
                (row, at, i) = (Up(entity, entity.Root), entity.Root, 1);
                break;
            default:
                for (var above = entity.Parent; above is not null; above = above.Parent)
                {
                    if (above.Name != names[0] && above.Singular != names[0]) continue;
                    if (entity.Attributes.ContainsKey(names[0])) break;
                    (row, at, i) = (Up(entity, above), above, 1);
                    break;
                }
                if (i == 0)
                {
                    // a reference of this row or of a row above
                    var holder = entity;
                    while (holder is not null && !holder.Attributes.ContainsKey(names[0])) holder = holder.Parent;
                    if (holder is null) return null;
                    (row, at) = (Up(entity, holder), holder);
                }
                break;
        }
        return Walk(names, i, row, at, token, ofReferred: nullable);
    }

    // From a row along references and parents to an attribute
    private Typed Walk(string[] names, int i, Expression row, EntityPlan at, Token token, bool ofReferred)
    {
        var nullable = ofReferred;
        for (; i < names.Length - 1; i++)
        {
            if (names[i] == "parent" && at.Parent is not null)
            {
                (row, at) = (Expression.Call(typeof(Row), nameof(Engine.Row.ParentOf), null, row), at.Parent);
                continue;
            }
            var reference = Bound(at, names[i], token, nullable);
            if (reference.Refers?.Entity == reference.Entity && !formulas.AfterRows) throw new FormulaException(token.At, $"'{token.Text}' reads a row of '{reference.Entity.Name}' while such rows are made; read it in rows below.");
            if (reference.Refers is not { } kept) throw new FormulaException(token.At, $"'{names[i]}' is no reference and no entity above '{formulas.Entity!.Name}', so '{token.Text}' means nothing.");
            (row, at, nullable) = (Expression.Call(Expression.Constant(kept), nameof(KeptTable.RowAt), null, Number(row, reference.Slot, nullable)), kept.Entity, true);
        }
        if (names[^1] == "n") return new(Expression.Call(typeof(Row), nameof(Engine.Row.PlaceOf), null, row), CellType.Integer);
        if (names[^1] == "parent" && at.Parent is not null && nullable) return Read(Expression.Call(typeof(Row), nameof(Engine.Row.ParentOf), null, row), at.Parent, "key", token, nullable: true);
        return Read(row, at, names[^1], token, nullable);
    }

    // 'candidate' and the entity's name mean the other row, unless the row itself, or one above, has something of that name (but what is just being read)
    private bool IsOther(string name, EntityPlan other, EntityPlan entity)
    {
        if (name != "candidate" && name != other.Name && name != other.Singular) return false;
        if (entity.Attributes.TryGetValue(name, out var own) && own != formulas.Attribute) return false;
        for (var above = entity.Parent; above is not null; above = above.Parent)
            if (above.Name == name || above.Singular == name || above.Attributes.ContainsKey(name)) return false;
        return true;
    }

    private Typed Neighbour(string[] names, EntityPlan entity, Token token)
    {
        if (names.Length != 2) throw new FormulaException(token.At, $"'{token.Text}': one attribute must follow '{names[0]}'.");
        if (!entity.Attributes.TryGetValue(names[1], out var attribute)) throw new FormulaException(token.At, UnknownColumn.Message("attribute", names[1], entity.Attributes.Keys));
        Expression row = names[0] == "previous" ? Expression.Field(formulas.Row, nameof(Engine.Row.Previous)) : Expression.Field(formulas.Row, nameof(Engine.Row.First));
        if (attribute.State == BindState.Binding) // it reads itself, or what depends on it, one row back: taken for a number unless declared otherwise
        {
            attribute.Slot = attribute.Slot >= 0 ? attribute.Slot : entity.NewSlot(Compilation.DeclaredType(attribute) ?? CellType.Number);
            attribute.Type = Compilation.DeclaredType(attribute) ?? CellType.Number;
            attribute.Presumed = true;
            return Value(row, attribute, nullable: true);
        }
        return Read(row, entity, names[1], token, nullable: true);
    }

    private Expression Up(EntityPlan from, EntityPlan to)
    {
        Expression row = formulas.Row;
        for (var entity = from; entity != to; entity = entity.Parent!) row = Expression.Field(row, nameof(Engine.Row.Parent));
        return row;
    }

    private AttributePlan Bound(EntityPlan entity, string name, Token token, bool ofReferred = false)
    {
        if (!entity.Attributes.TryGetValue(name, out var attribute)) throw new FormulaException(token.At, UnknownColumn.Message($"attribute of '{entity.Name}'", name, entity.Attributes.Keys));
        _compilation.Bind(attribute);
        if (formulas.Attribute is { } by && by.Entity == entity && !ofReferred) by.Reads.Add(attribute);
        if (!attribute.Late || formulas.AfterRows && entity == formulas.Entity) return attribute;
        if (formulas.Attribute is { } reader && reader.Entity == entity && !ofReferred) reader.Late = true;
        else throw new FormulaException(token.At, $"'{token.Text}' is known only when all rows below '{entity.Name}' are made, so it cannot be read here.");
        return attribute;
    }

    private Typed Read(Expression row, EntityPlan entity, string name, Token token, bool nullable) => Value(row, Bound(entity, name, token, ofReferred: nullable), nullable);

    private static Typed Value(Expression row, AttributePlan attribute, bool nullable)
    {
        if (attribute.Refers is { } kept)
        {
            var referred = Expression.Call(Expression.Constant(kept), nameof(KeptTable.RowAt), null, Number(row, attribute.Slot, nullable));
            return new(Expression.Call(typeof(Row), nameof(Engine.Row.TextOf), null, referred, Expression.Constant(kept.Entity.Key!.Slot)), CellType.FreeText);
        }
        if (!attribute.Type.IsString) return new(Number(row, attribute.Slot, nullable), attribute.Type);
        return new(nullable ? Expression.Call(typeof(Row), nameof(Engine.Row.TextOf), null, row, Expression.Constant(attribute.Slot))
            : Expression.ArrayIndex(Expression.Field(row, nameof(Engine.Row.Texts)), Expression.Constant(attribute.Slot)), attribute.Type);
    }

    private static Expression Number(Expression row, int slot, bool nullable) => nullable
        ? Expression.Call(typeof(Row), nameof(Engine.Row.NumberOf), null, row, Expression.Constant(slot))
        : Expression.ArrayIndex(Expression.Field(row, nameof(Engine.Row.Numbers)), Expression.Constant(slot));

    private Typed? Constant(string name) => name switch
    {
        "rows" => Typed.Of(_compilation.Rows, CellType.Integer),
        "pi" => Typed.Of(Math.PI),
        "period.from" => Typed.Of(_compilation.Start, CellType.Date),
        "period.to" => Typed.Of(_compilation.End - Units.Day, CellType.Date),
        "period.end" => Typed.Of(_compilation.End, CellType.Time),
        "period.length" => Typed.Of(_compilation.End - _compilation.Start),
        _ => Units.Seconds.TryGetValue(name, out var seconds) ? Typed.Of(seconds, CellType.Number) : null,
    };

    private IEnumerable<string> Known()
    {
        for (var entity = formulas.Entity; entity is not null; entity = entity.Parent)
            foreach (var name in entity.Attributes.Keys) yield return name;
        foreach (var name in (string[])["n", "rows", "period.from", "period.to", "period.end", "period.length", "pi", "day", "hour", "year"]) yield return name;
    }
}
