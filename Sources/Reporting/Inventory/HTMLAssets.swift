/// The style and the script of the page.
enum HTMLAssets {
  static let style = """
    :root { color-scheme: light dark; --line: #8884; --soft: #8881; --link: light-dark(#0b5cad, #7db7f5);
      --accent: light-dark(#b3261e, #ff8a80); }
    body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 1240px; padding: 0 20px 60px; }
    h1 { margin: 24px 0 4px; } h2 { margin-top: 40px; } h3 { margin: 0; }
    a { color: var(--link); }
    code { font: 13px/1.45 ui-monospace, monospace; background: var(--soft); padding: 1px 4px; border-radius: 4px;
      overflow-wrap: anywhere; }
    nav { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 10px 0;
      background: Canvas; border-bottom: 1px solid var(--line); z-index: 1; }
    input, select { font: inherit; padding: 5px 8px; max-width: 220px; }
    #search { flex: 1 1 260px; max-width: none; }
    .tag { display: inline-block; background: var(--soft); border-radius: 10px; padding: 0 8px; font-size: 13px; }
    .kind { font-size: 13px; opacity: .7; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: 8px 10px; border-bottom: 1px solid var(--line); }
    th { font-size: 13px; white-space: nowrap; }
    #patterns td:nth-child(2) { min-width: 210px; }
    ul { margin: 0; padding-left: 18px; }
    section { border: 1px solid var(--line); border-radius: 8px; padding: 14px 18px; margin-top: 16px;
      scroll-margin-top: 70px; }
    dl { display: grid; grid-template-columns: 110px 1fr; gap: 6px 14px; margin: 10px 0 0; }
    dt { font-weight: 600; } dd { margin: 0; min-width: 0; }
    svg { display: block; font: 13px system-ui, sans-serif; }
    svg rect { fill: var(--soft); stroke: var(--line); } svg text { text-anchor: middle; fill: CanvasText; }
    svg .column1 rect { fill: color-mix(in srgb, var(--link) 14%, Canvas); }
    svg .column2 rect { fill: color-mix(in srgb, var(--accent) 12%, Canvas); }
    svg .edge { fill: none; stroke: #8889; } svg .edge.on { stroke: var(--accent); stroke-width: 2; }
    [hidden] { display: none; }
    @media (max-width: 800px) {
      nav { position: static; }
      dl { grid-template-columns: 1fr; gap: 2px; } dd { margin-bottom: 8px; }
      #patterns thead { display: none; }
      #patterns tr, #patterns td { display: block; border: 0; padding: 4px 0; }
      #patterns tr { border-bottom: 1px solid var(--line); padding: 12px 0; }
      #patterns tr[hidden] { display: none; }
    }
    """

  static let script = """
    const search = document.getElementById("search");
    const choices = ["kind", "connection", "service", "library"].map(id => document.getElementById(id));
    const patterns = [...document.querySelectorAll("[data-pattern]")];
    const texts = {};
    for (const element of patterns) {
      const id = element.dataset.pattern;
      texts[id] = (texts[id] || "") + " " + element.textContent.toLowerCase();
    }
    const entries = [...document.querySelectorAll("tr.entry")];
    function update() {
      const words = search.value.toLowerCase().split(/\\s+/).filter(word => word);
      const shown = new Set();
      for (const element of patterns) {
        const fits = words.every(word => texts[element.dataset.pattern].includes(word))
          && choices.every(choice => !choice.value || element.dataset[choice.id].split("\\n").includes(choice.value));
        element.hidden = !fits;
        if (fits) shown.add(element.dataset.pattern);
      }
      for (const row of entries) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every(word => text.includes(word));
      }
      document.getElementById("count").textContent =
        shown.size + " of " + Object.keys(texts).length + " patterns";
    }
    search.addEventListener("input", update);
    for (const choice of choices) choice.addEventListener("change", update);
    for (const node of document.querySelectorAll("svg .node")) {
      const edges = [...document.querySelectorAll("svg .edge." + node.id)];
      node.addEventListener("mouseenter", () => edges.forEach(edge => edge.classList.add("on")));
      node.addEventListener("mouseleave", () => edges.forEach(edge => edge.classList.remove("on")));
    }
    update();
    """
}
