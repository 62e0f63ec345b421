"""How an explained page looks in a browser. Colours are the tables'; nothing here needs a script."""

COLOURS = {
    "visits": ("#cfeeda", "#167a43"),
    "staff": ("#d9e6ff", "#2456c4"),
    "awards": ("#ffe7b0", "#946200"),
    "indicators": ("#ecdcf7", "#7a36a8"),
    "initiatives": ("#dfe7f1", "#3c5a80"),
}  # of each table: behind the text, and of its lines

_TABLE = """
.{table} {{ --back: {back}; --line: {line}; }}
body:has(#show-{table}:not(:checked)) .{table}:not(label) {{ --back: transparent; --line: transparent; }}
body:has(#show-{table}:not(:checked)) :is(section.{table}, sup.{table}) {{ display: none; }}
"""

_REST = """
* { box-sizing: border-box; }
body { margin: 0; color: #1d2329; background: #f3f4f6; line-height: 1.55;
  font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif; font-size: 15px; }
header, main, footer { max-width: 1280px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 22px; }
h1 { font-size: 22px; line-height: 1.35; margin: 0 0 6px; }
h2 { font-size: 15px; margin: 22px 0 8px; }
.about { margin: 0 0 12px; color: #57606a; font-size: 13px; }
.about span { margin-right: 18px; white-space: nowrap; }
.about b { color: #1d2329; font-weight: 500; }
.legend { position: sticky; top: 0; z-index: 1; background: #f3f4f6; padding: 9px 24px; font-size: 13px; border-bottom: 1px solid #d0d7de; }
.legend form { max-width: 1232px; margin: 0 auto; }
.legend label { margin-right: 14px; white-space: nowrap; cursor: pointer; }
.legend label i { font-style: normal; background: var(--back); border-bottom: 2px solid var(--line); padding: 1px 6px; border-radius: 3px 3px 0 0; }
.legend input { vertical-align: -2px; margin: 0 4px 0 0; accent-color: #57606a; }
.page { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 460px); gap: 28px; align-items: start; margin-top: 18px; }
article { background: #fff; border: 1px solid #d0d7de; border-radius: 6px; padding: 14px 26px; font-size: 16px; line-height: 2; overflow-wrap: anywhere;
  position: sticky; top: 56px; max-height: calc(100vh - 76px); overflow: auto; }
article p, article h3, article h4 { margin: 8px 0; white-space: pre-wrap; }
article h3, article h4 { font-size: 16px; }
article .item { padding-left: 1.4em; }
article table { border-collapse: collapse; font-size: 14px; line-height: 1.5; margin: 10px 0; }
article td, article th { border: 1px solid #d0d7de; padding: 3px 8px; text-align: left; font-weight: 400; }
article th { background: #f6f8fa; }
a.mark { color: inherit; text-decoration: none; background: var(--back); border-bottom: 2px solid var(--line); padding: 2px 0 1px; }
a.mark:hover, a.mark:target { outline: 2px solid var(--line); }
sup { font-size: 10px; line-height: 0; color: var(--line); margin: 0 2px 0 1px; }
.loose { border-bottom: 2px dotted #cf222e; cursor: help; }
.loose.date { border-bottom-color: #b6bec7; }
body:has(#show-loose:not(:checked)) .loose { border-bottom: 0; }
.facts section { background: #fff; border: 1px solid #d0d7de; border-top: 3px solid var(--line); border-radius: 6px; margin: 0 0 14px; padding: 4px 14px 6px; }
.facts h2 { margin: 6px 0; }
.facts h2 small, h2 small { color: #57606a; font-weight: 400; }
.fact { border-top: 1px solid #eaeef2; padding: 6px 0; font-size: 13px; scroll-margin-top: 60px; }
.fact:target { background: var(--back); outline: 4px solid var(--back); }
.fact .quote { color: inherit; text-decoration: none; font-size: 14px; }
.fact .quote:hover { text-decoration: underline; }
.fact .number { color: var(--line); font-weight: 600; margin-right: 6px; }
.fact code, .loose-list code { color: #57606a; font-size: 12px; float: right; margin-left: 8px; }
.columns { margin: 2px 0 0; color: #57606a; }
.columns span { display: inline-block; margin-right: 10px; }
.columns b { font-weight: 500; color: #1d2329; }
.why { margin: 1px 0 0; color: #57606a; font-style: italic; }
.loose-list { background: #fff; border: 1px solid #d0d7de; border-radius: 6px; padding: 2px 14px 10px; font-size: 13px; margin-bottom: 20px; }
.loose-list h3 { font-size: 13px; margin: 10px 0 2px; }
.loose-list ul { margin: 0; padding-left: 18px; color: #57606a; }
.loose-list li a { color: #1d2329; font-weight: 500; text-decoration: none; border-bottom: 2px dotted #cf222e; }
.loose-list .inline { list-style: none; padding: 0; }
.loose-list .inline li { display: inline-block; margin-right: 12px; }
.loose-list .inline li a { border-bottom-color: #b6bec7; }
footer { color: #57606a; font-size: 12px; padding-bottom: 30px; }
@media (max-width: 900px) { .page { grid-template-columns: minmax(0, 1fr); } article { position: static; max-height: none; } }
@media print { .legend, article { position: static; max-height: none; } .page { display: block; } body { background: #fff; } }
"""

STYLE = "".join(_TABLE.format(table=table, back=back, line=line) for table, (back, line) in COLOURS.items()) + _REST
