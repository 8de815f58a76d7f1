// Makes elements. Text from data becomes text nodes only; what could start a formula stands in an element of its own, and characters
// that would act instead of show are spelled out.
var ACTING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

function put(parent, text) {
  text = String(text).replace(ACTING, function (c) { return "[U+" + ("000" + c.charCodeAt(0).toString(16)).slice(-4).toUpperCase() + "]"; });
  text.split(/([$\\`])/).forEach(function (part) {
    if (/^[$\\`]$/.test(part)) parent.appendChild(document.createElement("span")).textContent = part;
    else if (part) parent.appendChild(document.createTextNode(part));
  });
  return parent;
}

function make(parent, tag, text, style) {
  var made = document.createElement(tag);
  if (text) put(made, text);
  if (style) made.style.cssText = style;
  if (parent) parent.appendChild(made);
  return made;
}

function clear(element) {
  while (element.firstChild) element.removeChild(element.firstChild);
  return element;
}

function action(parent, text, run) {
  var button = make(parent, "button", text, "font:inherit;margin-right:.4em;padding:.15em .8em");
  button.type = "button";
  button.addEventListener("click", run);
  return button;
}

// start(kind, build) finds the output that this script stands in and calls build(root, still, facts); still is what shows without scripts.
function start(kind, build) {
  var tries = 0;
  (function look() {
    var roots = document.querySelectorAll("[data-synthnb=live]");
    for (var i = 0; i !== roots.length; i++) {
      var root = roots[i], script = root.querySelector("script[type='application/json']");
      if (root.synthnb || !script) continue;
      var facts = JSON.parse(script.textContent);
      if (facts.kind !== kind) continue;
      root.synthnb = true;
      root.setAttribute("data-lm-suppress-shortcuts", "true");
      return build(root, root.firstElementChild, facts);
    }
    if (tries++ !== 30) setTimeout(look, 100);
  })();
}
