// drawTable(parent, table, sort) lays out a table; with sort it has headings to press: {column, descending, run(column, descending)}.
function drawTable(parent, table, sort) {
  var scroll = make(parent, "div", "", "overflow-x:auto");
  var drawn = make(scroll, "table"), caption = make(drawn, "caption", "", "caption-side:top;text-align:left;color:inherit");
  if (table.badge) {
    make(caption, "strong", table.badge);
    put(caption, ": ");
  }
  put(caption, table.caption);
  var head = make(make(drawn, "thead"), "tr");
  if (table.names) make(head, "th");
  table.columns.forEach(function (column, place) {
    var cell = make(head, "th", "", "text-align:" + (column.number ? "right" : "left"));
    cell.scope = "col";
    if (sort) {
      var chosen = sort.column === place;
      var button = make(cell, "button", column.name + (chosen ? (sort.descending ? " \u25bc" : " \u25b2") : ""),
        "font:inherit;font-weight:bold;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-decoration:underline dotted");
      button.type = "button";
      button.title = "Sort by this column";
      if (chosen) cell.setAttribute("aria-sort", sort.descending ? "descending" : "ascending");
      button.addEventListener("click", function () { sort.run(place, chosen && !sort.descending); });
    } else {
      put(cell, column.name);
    }
    if (column.type) {
      make(cell, "br");
      make(cell, "small", column.type);
    }
  });
  var body = make(drawn, "tbody");
  table.rows.forEach(function (row, place) {
    var line = make(body, "tr");
    if (table.names) make(line, "th", table.names[place]).scope = "row";
    row.forEach(function (text, column) {
      var cell = make(line, "td", "", "text-align:" + (table.columns[column].number ? "right" : "left"));
      if (text === null) make(cell, "i", "null");
      else put(cell, text);
    });
  });
  if (table.note) make(parent, "p", table.note);
}

// drawPages(parent, ask) shows pages of a table as they come: show(page), with buttons that ask for others.
function drawPages(parent, ask) {
  var bar = make(parent, "div", "", "display:flex;flex-wrap:wrap;align-items:center;gap:.3em;margin:.4em 0"), now = null;
  function to(start) { ask({ start: Math.max(0, start), size: now.size, sort: now.sort, descending: now.descending }); }
  var first = action(bar, "First", function () { to(0); });
  var previous = action(bar, "Previous", function () { to(now.start - now.size); });
  var next = action(bar, "Next", function () { to(now.start + now.size); });
  var last = action(bar, "Last", function () { to(now.rows); });
  var label = make(bar, "label", "Rows of a page ", "margin:0 .6em;font-weight:normal"), size = make(label, "select", "", "font:inherit");
  [10, 20, 50, 100].forEach(function (count) { make(size, "option", count).value = count; });
  size.addEventListener("change", function () {
    now.size = Number(size.value);
    to(Math.floor(now.start / now.size) * now.size);
  });
  var where = make(bar, "span");
  where.setAttribute("role", "status");
  var place = make(parent, "div");
  return {
    show: function (page) {
      now = page;
      var end = Math.min(page.rows, page.start + page.size), focus = bar.contains(document.activeElement);
      first.disabled = previous.disabled = page.start === 0;
      next.disabled = last.disabled = end === page.rows;
      if (!Array.prototype.some.call(size.options, function (option) { return Number(option.value) === page.size; })) make(size, "option", page.size).value = page.size;
      size.value = page.size;
      put(clear(where), page.rows === 0 ? "no rows" : "rows " + (page.start + 1) + " to " + end + " of " + page.rows.toLocaleString("en"));
      drawTable(clear(place), page.table, {
        column: page.sort, descending: page.descending,
        run: function (column, descending) { ask({ start: 0, size: now.size, sort: column, descending: descending }); }
      });
      // A button that went out must not take the keyboard with it.
      if (focus && document.activeElement.disabled) (next.disabled ? previous : next).focus();
    }
  };
}
