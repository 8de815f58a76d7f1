// A table that turns its pages: the first page stands there until the kernel answers.
start("table", function (root, still, facts) {
  var note = make(root, "p", "", "font-size:smaller;margin:.3em 0"), live = make(root, "div"), link = null, ready = false;
  live.hidden = true;
  var pages = drawPages(live, function (request) {
    request.do = "page";
    link.send(request);
  });
  connect(root, facts.id, {
    ready: function (made) {
      link = made;
      clear(note);
      link.send({ do: "page", start: 0, size: facts.size });
    },
    message: function (data) {
      if (data.kind !== "page") return;
      still.hidden = ready = true;
      live.hidden = false;
      pages.show(data);
    },
    lost: function (why) {
      live.hidden = true;
      still.hidden = false;
      put(clear(note), ready ? why : "");
    },
    none: function () { clear(note); }
  });
});
