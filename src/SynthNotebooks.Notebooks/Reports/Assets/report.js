// Charts become interactive on request; the pictures stay for print and for readers without script.
"use strict";
(function () {
  const plotly = window.Plotly || window.moduleName;
  const charts = plotly ? [...document.querySelectorAll("figure[data-plot]")] : [];

  function colours() {
    const style = getComputedStyle(document.documentElement);
    return { ink: style.getPropertyValue("--ink").trim(), line: style.getPropertyValue("--line").trim() };
  }

  function draw(figure) {
    const chart = JSON.parse(document.getElementById(figure.dataset.plot).textContent);
    const place = document.createElement("div");
    const { ink, line } = colours();
    place.className = "plot";
    figure.prepend(place);
    const layout = chart.layout;
    for (const name of ["width", "height", "title"]) delete layout[name];
    Object.assign(layout, { autosize: true, paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", font: { color: ink, size: 12 }, margin: { l: 60, r: 16, t: 24, b: 56 }, legend: { orientation: "h", y: 1.12 } });
    for (const axis of ["xaxis", "yaxis"]) layout[axis] = Object.assign({}, layout[axis], { gridcolor: line, zerolinecolor: line });
    // Markers of many points would hide each other.
    for (const trace of chart.data) if (trace.mode === "markers" && trace.x.length > 200) Object.assign(trace.marker, { size: 4, opacity: 0.7 });
    plotly.newPlot(place, chart.data, layout, { responsive: true, displayModeBar: false });
    return place;
  }

  function show(figure, interactive) {
    let place = figure.querySelector(":scope > .plot");
    if (interactive && !place) place = draw(figure);
    if (place) place.hidden = !interactive;
    figure.classList.toggle("shows-plot", interactive);
    const button = figure.querySelector(":scope > button");
    button.textContent = interactive ? "Show the picture" : "Interactive chart";
    if (interactive && place) plotly.Plots.resize(place);
  }

  for (const figure of charts) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Interactive chart";
    button.addEventListener("click", () => show(figure, !figure.classList.contains("shows-plot")));
    figure.querySelector("figcaption").after(button);
  }

  const details = [...document.querySelectorAll("main details:not(.numbers)")];
  const tools = document.createElement("div");
  tools.className = "tools";
  function tool(text, action) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", action);
    tools.append(button);
  }
  tool("Open all parts", () => details.forEach(part => { part.open = true; }));
  tool("Close all parts", () => details.forEach(part => { part.open = false; }));
  document.querySelector("nav").append(tools);

  let closed = [];
  addEventListener("beforeprint", () => { closed = details.filter(part => !part.open); closed.forEach(part => { part.open = true; }); });
  addEventListener("afterprint", () => { closed.forEach(part => { part.open = false; }); });
})();
