// The parameter panel: controls in place of the list of settings. The kernel runs the magics; here they are written as settings change.
start("panel", function (root, still, facts) {
  var set = facts.settings, link = null, busy = false;
  still.hidden = true;
  var title = make(root, "p", "", "margin:.2em 0");
  make(title, "strong", "Parameter panel");
  put(title, ": " + facts.data + " to " + facts.as);
  var form = make(root, "form", "", "display:grid;grid-template-columns:max-content minmax(12em,34em);gap:.5em 1.2em;margin:.6em 0 .2em");
  form.setAttribute("aria-label", "Synthetic table of " + facts.data);

  // Names within the page alone: one panel may be shown twice.
  var count = 0, prefix = facts.id + Math.random().toString(36).slice(1) + "-";
  function row(text) {
    var label = make(form, "label", text, "margin:0;padding-top:.2em;font-weight:bold"), side = make(form, "div");
    var made = {
      side: side,
      add: function (tag, style) {
        var control = make(side, tag, "", "font:inherit;max-width:100%;box-sizing:border-box;" + (style || ""));
        control.id = prefix + count++;
        if (!label.htmlFor) label.htmlFor = control.id;
        control.addEventListener("input", changed);
        return control;
      },
      text: function (tag, style, value) {
        var control = made.add(tag, style);
        control.value = value;
        control.spellcheck = false;
        return control;
      },
      choice: function (ids, into) {
        ids.forEach(function (id) { make(into, "option", id).value = id; });
      },
      hint: function (hint) { return make(side, "small", hint, "display:block;opacity:.85"); },
      show: function (shown) { label.hidden = side.hidden = !shown; }
    };
    return made;
  }

  var short = "width:9em", wide = "width:100%";
  var rowsRow = row("Rows"), rows = rowsRow.text("input", short, set.rows);
  var privacyRow = row("Privacy"), isPrivate = privacyRow.add("input", "margin:0 .4em 0 0");
  isPrivate.type = "checkbox";
  isPrivate.checked = set.epsilon !== "";
  put(make(privacyRow.side, "label", "", "margin:0;font-weight:normal"), "differentially private: Generate charges the ledger").htmlFor = isPrivate.id;
  var epsilonRow = row("Epsilon"), epsilon = epsilonRow.add("input", "display:inline-block;width:16em;vertical-align:middle");
  epsilon.type = "range";
  epsilon.min = 0;
  epsilon.max = facts.epsilons.length - 1;
  epsilon.value = Math.max(0, facts.epsilons.indexOf(set.epsilon || "1"));
  var shown = make(epsilonRow.side, "output", "", "display:inline;padding:0;margin-left:.8em;color:inherit;font-weight:bold"), meaning = epsilonRow.hint("");
  shown.htmlFor = epsilon.id;
  var modelRow = row("Fidelity / model"), model = modelRow.add("select");
  facts.models.forEach(function (group) {
    var options = make(model, "optgroup");
    options.label = group.group;
    modelRow.choice(group.ids, options);
  });
  model.value = set.model;
  var constraintsRow = row("Constraints"), constraints = constraintsRow.text("textarea", wide + ";min-height:4em", set.constraints);
  constraintsRow.hint("One a line, such as age >= 18. Columns: " + facts.columns.join(", "));
  var seedRow = row("Seed of the fit"), seed = seedRow.text("input", short, set.seed);
  var sampleRow = row("Seed of the rows"), sampleSeed = sampleRow.text("input", short, set.sampleSeed);
  sampleRow.hint("The same settings and seeds give the same table.");
  var methodRow = row("Private method"), method = methodRow.add("select");
  methodRow.choice(facts.methods, method);
  method.value = set.method;
  var deltaRow = row("Delta"), delta = deltaRow.text("input", short, set.delta);
  var domainRow = row("Domain"), domain = domainRow.text("input", wide, set.domain);
  domainRow.hint("A file that declares what each column can hold; the table itself is not asked.");
  var buyRow = row("Share to buy it"), buy = buyRow.text("input", short, set.buyDomain);
  buyRow.hint("Share of epsilon that buys the domain of columns without a declared one; 0 refuses them.");

  var bar = make(root, "div", "", "display:flex;flex-wrap:wrap;align-items:center;gap:.4em;margin:.6em 0");
  var go = action(bar, "Generate", generate), stop = action(bar, "Stop", function () { link.stop(); });
  go.style.fontWeight = "bold";
  var progress = make(bar, "progress");
  progress.max = 1;
  var status = make(bar, "span");
  status.setAttribute("role", "status");
  make(root, "p", "The same as magic commands:", "margin:.4em 0 .1em");
  var commands = make(make(root, "pre", "", "white-space:pre-wrap;margin:.2em 0 .6em"), "code"), result = make(root, "div"), pages = null;

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    generate();
  });
  changed();
  state(false);
  connect(root, facts.id, {
    ready: function (made) {
      link = made;
      state(false, "Ready.");
    },
    message: answer,
    lost: function (why) {
      link = null;
      state(false, why);
    },
    none: function () { state(false, "No kernel can be reached from here: copy the commands into a cell."); }
  });

  function settings() {
    return {
      rows: rows.value, model: model.value, seed: seed.value, sampleSeed: sampleSeed.value, constraints: constraints.value,
      epsilon: isPrivate.checked ? facts.epsilons[epsilon.value] : "", delta: delta.value, method: method.value, domain: domain.value,
      buyDomain: buy.value, ledger: set.ledger
    };
  }

  function quoted(text) {
    return text.charAt(0) === "{" || /^[A-Za-z0-9_.\/:][A-Za-z0-9_.\/:-]*$/.test(text) ? text : "\"" + text + "\"";
  }

  // As PanelCommands writes them.
  function lines(now) {
    function option(name, text) { return text ? " --" + name + " " + quoted(text) : ""; }
    if (now.epsilon) return [
      "#!dp " + facts.data + " --method " + quoted(now.method) + " --epsilon " + now.epsilon + " --delta " + now.delta.trim() + option("domain", now.domain.trim())
        + (Number(now.buyDomain) ? " --buy-domain " + now.buyDomain.trim() : "") + " --rows " + now.rows.trim() + option("ledger", now.ledger) + " --as " + facts.as];
    var kept = now.constraints.split("\n").map(function (line) { return line.trim().replace(/;+$/, ""); }).filter(Boolean).join("; ");
    return [
      "#!fit " + facts.data + " --model " + quoted(now.model) + " --seed " + now.seed.trim() + option("constraints", kept) + " --as " + facts.as + "_model",
      "#!sample " + facts.as + "_model --rows " + now.rows.trim() + " --seed " + now.sampleSeed.trim() + " --as " + facts.as];
  }

  function changed() {
    var value = facts.epsilons[epsilon.value], odds = Math.exp(Number(value));
    put(clear(shown), value);
    put(clear(meaning), "Whoever guesses whether one person is in the table gets odds at most " + (odds > 1000 ? Math.round(odds).toLocaleString("en") : odds.toPrecision(3)) + " times as good.");
    epsilon.setAttribute("aria-valuetext", "epsilon " + value);
    [epsilonRow, methodRow, deltaRow, domainRow, buyRow].forEach(function (part) { part.show(isPrivate.checked); });
    [modelRow, constraintsRow, seedRow, sampleRow].forEach(function (part) { part.show(!isPrivate.checked); });
    put(clear(commands), lines(settings()).join("\n"));
  }

  function state(working, text) {
    busy = working;
    go.disabled = busy || !link;
    stop.hidden = progress.hidden = !busy;
    if (!busy) progress.removeAttribute("value");
    if (text !== undefined) put(clear(status), text);
  }

  function generate() {
    if (busy || !link) return;
    state(true, "Waiting for the kernel.");
    link.send({ do: "generate", settings: settings() });
  }

  function answer(data) {
    if (data.kind === "begun") put(clear(commands), data.commands.join("\n"));
    else if (data.kind === "progress") {
      progress.value = data.share;
      state(true, data.text);
    } else if (data.kind === "refused") state(false, data.text);
    else if (data.kind === "page" && pages) pages.show(data);
    else if (data.kind === "result") {
      state(false, data.text);
      clear(result);
      data.sentences.forEach(function (sentence) { make(result, "p", sentence, "margin:.2em 0"); });
      pages = drawPages(result, function (request) {
        request.do = "page";
        link.send(request);
      });
      pages.show(data.page);
      data.tables.forEach(function (table) { drawTable(make(result, "div", "", "margin-top:.8em"), table); });
    }
  }
});
