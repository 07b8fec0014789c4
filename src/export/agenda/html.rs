//! A document as one HTML page: readable without a program, with a screen reader and on paper. No script, nothing fetched, and
//! every text escaped.

use super::{
    model::{Block, Document, Table},
    words::Words,
};

/// Quiet: one accent, rules instead of boxes; on paper the foot stands on every sheet.
const STYLE: &str = "
:root { color-scheme: light; }
body { font: 1rem/1.5 'Noto Sans', 'Segoe UI', Arial, sans-serif; color: #1a1a1a; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, h4 { line-height: 1.25; color: #154273; margin: 1.6em 0 .4em; }
h1 { font-size: 1.9rem; margin-top: 0; } h2 { font-size: 1.35rem; } h3 { font-size: 1.1rem; } h4 { font-size: 1rem; }
.sender { color: #595959; margin: 0 0 1.5rem; }
.draft { border-left: .25rem solid #154273; padding-left: .75rem; }
.note, footer { color: #595959; }
dl { display: grid; grid-template-columns: minmax(8rem, 1fr) 4fr; gap: .3rem 1rem; margin: .6em 0 1em; }
dt { font-weight: 700; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: .6em 0 1.2em; }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid #c8c8c8; overflow-wrap: anywhere; }
th { border-bottom: 2px solid #154273; overflow-wrap: normal; }
p, li { overflow-wrap: anywhere; }
footer { border-top: 1px solid #c8c8c8; margin-top: 3rem; padding-top: .5rem; font-size: .85rem; }
@media print {
  body { font-size: 10pt; max-width: none; margin: 0; padding: 0; }
  h1, h2, h3, h4 { break-after: avoid; } tr { break-inside: avoid; } p { orphans: 2; widows: 2; }
  .sheet { break-before: page; } footer { display: none; }
}
";

pub(super) fn write(document: &Document, words: &Words<'_>) -> String {
    let mut out = String::with_capacity(8192);
    let title = escaped(document.title.as_str());
    let language = document.language;
    out.push_str(&format!("<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n"));
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    let mark = document.draft.as_ref().map(|draft| format!(" ({})", escaped(draft.mark.as_str()))).unwrap_or_default();
    let [red, green, blue] = document.accent;
    let style = STYLE.replace("#154273", &format!("#{red:02x}{green:02x}{blue:02x}"));
    out.push_str(&format!("<title>{title}{mark}</title>\n<style>{style}{}</style>\n</head>\n<body>\n", sheet(document, words)));
    out.push_str(&format!("<main>\n<p class=\"sender\">{}</p>\n<h1>{title}</h1>\n", sender(document, words)));
    if let Some(draft) = &document.draft {
        let (mark, sentence) = (escaped(draft.mark.as_str()), escaped(draft.sentence.as_str()));
        out.push_str(&format!("<p class=\"draft\"><strong>{mark}</strong> {sentence}</p>\n"));
    }
    let mut class = "";
    for block in &document.blocks {
        part(&mut out, block, &mut class);
    }
    out.push_str(&format!("</main>\n<footer><p>{}</p></footer>\n</body>\n</html>\n", escaped(document.foot.as_str())));
    out
}

fn sender(document: &Document, words: &Words<'_>) -> String {
    if document.letterhead.is_empty() {
        return escaped(words.get("let").as_str());
    }
    document.letterhead.iter().map(|line| escaped(line.as_str())).collect::<Vec<_>>().join("<br>")
}

/// The margins of a printed sheet.
fn sheet(document: &Document, words: &Words<'_>) -> String {
    let foot = quoted(document.foot.as_str());
    let (page, of) = (quoted(words.get("page-word").as_str()), quoted(words.get("page-of-word").as_str()));
    let mark = document.draft.as_ref().map(|draft| draft.mark.as_str()).unwrap_or_default();
    let small = "font-size: 8pt; color: #595959;";
    format!(
        "@page {{ size: A4; margin: 22mm 20mm 24mm 25mm; @top-right {{ content: {mark}; font-weight: bold; {small} }} \
         @bottom-left {{ content: {foot}; {small} }} \
         @bottom-right {{ content: {page} \" \" counter(page) \" \" {of} \" \" counter(pages); {small} }} }}\n",
        mark = quoted(mark)
    )
}

fn part(out: &mut String, block: &Block, class: &mut &str) {
    match block {
        Block::Heading(level, text) => {
            let level = (*level).clamp(2, 6);
            out.push_str(&format!("<h{level}{class}>{}</h{level}>\n", escaped(text.as_str())));
            *class = "";
        }
        Block::Paragraph(text) => paragraphs(out, "<p>", text.as_str()),
        Block::Note(text) => paragraphs(out, "<p class=\"note\">", text.as_str()),
        Block::List(items) => {
            out.push_str("<ul>\n");
            items.iter().for_each(|item| out.push_str(&format!("<li>{}</li>\n", lines(item.as_str()))));
            out.push_str("</ul>\n");
        }
        Block::Definitions(terms) => {
            out.push_str("<dl>\n");
            for (term, text) in terms {
                out.push_str(&format!("<dt>{}</dt><dd>{}</dd>\n", escaped(term.as_str()), lines(text.as_str())));
            }
            out.push_str("</dl>\n");
        }
        Block::Table(table) => rows(out, table),
        Block::Break => *class = " class=\"sheet\"",
    }
}

fn paragraphs(out: &mut String, tag: &str, text: &str) {
    for part in super::markdown::texts(text) {
        out.push_str(&format!("{tag}{}</p>\n", lines(&part.join("\n"))));
    }
}

fn rows(out: &mut String, table: &Table) {
    out.push_str("<table>\n<thead><tr>");
    table.header.iter().for_each(|cell| out.push_str(&format!("<th scope=\"col\">{}</th>", escaped(cell.as_str()))));
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        row.iter().for_each(|cell| out.push_str(&format!("<td>{}</td>", lines(cell.as_str()))));
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

fn lines(text: &str) -> String {
    escaped(text).replace('\n', "<br>")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// A string of CSS in which every sign but letters, digits and blanks is written as its number.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || c == ' ' {
            out.push(c);
        } else {
            out.push_str(&format!("\\{:06x}", c as u32));
        }
    }
    out.push('"');
    out
}
