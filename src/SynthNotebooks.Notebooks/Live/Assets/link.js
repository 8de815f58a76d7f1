// Joins an output to the kernel that made it: connect(root, id, on) calls on.ready(link), on.message(data), on.lost(why) or on.none().
// Classic Notebook offers its kernel to the page; JupyterLab and Notebook 7 do when the application is exposed; else the page's own
// origin and cookies open the same channel that those front ends use. No other address is ever asked.
var TARGET = "synthnotebooks";
var GONE = "The kernel does not know this output: run its cell again.";

function connect(root, id, on) {
  if (window.Jupyter && window.Jupyter.notebook) return classic(window.Jupyter.notebook, id, on);
  var app = window.jupyterapp || window.jupyterlab;
  var kernel = app && kernelOf(app, root);
  if (kernel) return exposed(kernel, id, on);
  var config = document.getElementById("jupyter-config-data");
  if (config && window.fetch && window.WebSocket) return socket(JSON.parse(config.textContent), root, id, on);
  on.none();
}

// Every end hears one kernel after the other; ready comes first, gone means that the kernel was started anew.
function hear(on, link) {
  return function (data) {
    if (data.kind === "ready") on.ready(link);
    else if (data.kind === "gone") on.lost(GONE);
    else on.message(data);
  };
}

function classic(notebook, id, on) {
  function open() {
    var kernel = notebook.kernel;
    if (!kernel || !kernel.is_connected()) return;
    var comm = kernel.comm_manager.new_comm(TARGET, { id: id });
    var heard = hear(on, { send: function (data) { comm.send(data); }, stop: function () { kernel.interrupt(); } });
    comm.on_msg(function (message) { heard(message.content.data); });
  }
  on.lost("Waiting for the kernel.");
  open();
  notebook.events.on("kernel_ready.Kernel", open);
  notebook.events.on("kernel_restarting.Kernel kernel_dead.Kernel kernel_killed.Kernel", function () { on.lost("The kernel has ended."); });
}

function kernelOf(app, root) {
  try {
    var found = null, widgets = app.shell.widgets("main"), step;
    while (!(step = widgets.next()).done) if (step.value.node && step.value.node.contains(root)) found = step.value;
    return found.sessionContext.session.kernel;
  } catch (missing) {
    return null;
  }
}

function exposed(kernel, id, on) {
  var comm = kernel.createComm(TARGET);
  var heard = hear(on, { send: function (data) { comm.send(data); }, stop: function () { kernel.interrupt(); } });
  comm.onMsg = function (message) { heard(message.content.data); };
  comm.open({ id: id });
  kernel.statusChanged.connect(function (sender, status) { if (/restarting|dead/.test(status)) on.lost("The kernel has ended."); });
}

function socket(config, root, id, on) {
  var base = config.baseUrl || "/", token = config.token ? "token=" + encodeURIComponent(config.token) : "";
  function address(path, more) {
    var query = [token, more || ""].filter(Boolean).join("&");
    return base.replace(/\/$/, "") + path + (query ? "?" + query : "");
  }
  function random() {
    return Array.prototype.map.call(window.crypto.getRandomValues(new Uint8Array(16)), function (b) { return (b + 256).toString(16).slice(1); }).join("");
  }
  function interrupt(kernel) {
    var cookie = /(?:^|; )_xsrf=([^;]+)/.exec(document.cookie), headers = {};
    if (cookie) headers["X-XSRFToken"] = decodeURIComponent(cookie[1]);
    fetch(address("/api/kernels/" + kernel + "/interrupt"), { method: "POST", credentials: "same-origin", headers: headers });
  }
  function open(kernel, refused) {
    var session = random(), comm = random(), accepted = false;
    var url = new URL(address("/api/kernels/" + kernel + "/channels", "session_id=" + session), window.location.href);
    url.protocol = url.protocol.replace("http", "ws");
    var wire = new WebSocket(url.href);
    function say(type, content) {
      wire.send(JSON.stringify({
        header: { msg_id: random(), msg_type: type, username: "", session: session, date: new Date().toISOString(), version: "5.3" },
        parent_header: {}, metadata: {}, content: content, buffers: [], channel: "shell"
      }));
    }
    var heard = hear({
      ready: function (link) { accepted = true; on.ready(link); },
      message: on.message,
      lost: function () { wire.close(); }
    }, { send: function (data) { say("comm_msg", { comm_id: comm, data: data }); }, stop: function () { interrupt(kernel); } });
    wire.onopen = function () { say("comm_open", { comm_id: comm, target_name: TARGET, data: { id: id } }); };
    wire.onmessage = function (event) {
      if (typeof event.data !== "string") return;
      var message = JSON.parse(event.data), type = message.header && message.header.msg_type;
      if (message.content && message.content.comm_id === comm && type === "comm_msg") heard(message.content.data);
      if (accepted && type === "status" && message.content.execution_state === "restarting") wire.close();
    };
    wire.onclose = function () { if (accepted) on.lost("The kernel has ended."); else refused(); };
  }
  on.lost("Looking for the kernel.");
  fetch(address("/api/sessions"), { credentials: "same-origin" }).then(function (answer) { return answer.json(); }).then(function (sessions) {
    var path = notebookPath(root), live = sessions.filter(function (session) { return session.kernel; });
    var own = live.filter(function (session) { return path && session.path === path; });
    var left = (own.length ? own : live).length;
    function refused() { if (--left === 0) on.lost(GONE); }
    if (left === 0) on.none();
    (own.length ? own : live).forEach(function (session) { open(session.kernel.id, refused); });
  }).catch(function () { on.none(); });
}

// The notebook that a page of JupyterLab or Notebook 7 shows around an output.
function notebookPath(root) {
  var panel = root.closest(".jp-NotebookPanel"), tabs = document.querySelectorAll("[data-id]");
  for (var i = 0; panel && i !== tabs.length; i++) {
    var path = tabs[i].dataset.id === panel.id && /^Path: (.*)$/m.exec(tabs[i].title);
    if (path) return path[1];
  }
  var place = /\/(?:notebooks|lab\/tree)\/(.+)$/.exec(window.location.pathname);
  return place ? decodeURIComponent(place[1]) : null;
}
