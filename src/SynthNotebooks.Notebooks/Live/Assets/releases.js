// Stored releases: a slider unfolds one at a time. All of it stands in the output already.
start("releases", function (root, still, facts) {
  var folded = still.querySelectorAll("details");
  if (folded.length === 1) {
    folded[0].open = true;
    return;
  }
  var line = make(null, "p", "", "margin:.6em 0"), label = make(line, "label", "Epsilon ", "font-weight:bold;margin:0 .6em 0 0");
  var slider = make(label, "input", "", "display:inline-block;width:18em;max-width:100%;vertical-align:middle"), shown = make(line, "output", "", "display:inline;padding:0;color:inherit;font-weight:bold");
  slider.type = "range";
  slider.min = 0;
  slider.max = folded.length - 1;
  slider.value = Math.floor(folded.length / 2);
  slider.addEventListener("input", show);
  still.insertBefore(line, folded[0]);
  show();

  function show() {
    var chosen = Number(slider.value);
    for (var i = 0; i !== folded.length; i++) {
      folded[i].open = i === chosen;
      folded[i].hidden = i !== chosen;
    }
    put(clear(shown), facts.steps[chosen]);
    slider.setAttribute("aria-valuetext", facts.steps[chosen]);
  }
});
