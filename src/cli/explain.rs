//! `loket explain`: what the law and the arrangements say, on a short page. Without a network and without signing in.

use clap::Args;
use serde::Serialize;

use crate::{
    api::problem::exit,
    domain::text::SafeText,
    explanation::{Explanation, Kind},
    tui::app::{command::Command, key::Key, keymap::Keymap},
};

use super::{
    call::{Call, Done},
    explanations, interface,
    json::Items,
    table,
};

/// Columns of a page, at most: as it is in the interface.
const WIDTH: usize = 78;

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(value_name = "QUERY", conflicts_with = "list")]
    words: Vec<String>,
    #[arg(long)]
    list: bool,
    #[arg(long)]
    json: bool,
}

/// A page in a list, for programs.
#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    title: &'a str,
    answer: String,
    own: bool,
}

/// A page, for programs.
#[derive(Serialize)]
struct Page<'a> {
    #[serde(flatten)]
    row: Row<'a>,
    also: &'a [String],
    related: &'a [String],
    fields: &'a [String],
    sections: Vec<Section>,
}

/// What stands under a heading; before the first there is none.
#[derive(Serialize)]
struct Section {
    heading: Option<String>,
    text: String,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let (library, faults) = explanations::library(call);
    for fault in &faults {
        let report = fault.report(&call.texts);
        call.message(&report);
    }
    let language = call.texts.language();
    let typed = arguments.words.join(" ");
    if typed.trim().is_empty() {
        let all: Vec<&Explanation> = library.all(language).iter().collect();
        return list(call, &all, arguments.json, exit::DONE);
    }
    if let Some(page) = library.meant(language, &typed) {
        return show(call, page, arguments.json);
    }
    let hits = library.search(language, &typed);
    if !hits.is_empty() {
        let best: Vec<&Explanation> = hits.iter().map(|(_, page)| *page).collect();
        call.say("cli-explain-several", &[]);
        return list(call, &best, arguments.json, exit::SEVERAL);
    }
    let near = library.nearest(language, &typed).unwrap_or("none").to_owned();
    call.say("cli-explain-nothing", &[("typed", SafeText::line(&typed).into_string().into()), ("near", near.into())]);
    Ok(exit::NOTHING)
}

fn list(call: &mut Call, pages: &[&Explanation], json: bool, code: u8) -> Done {
    if json {
        let items: Vec<Row<'_>> = pages.iter().map(|page| row(page)).collect();
        call.print_json(&Items { items })?;
        return Ok(code);
    }
    let header = ["explanation", "about"].map(|name| call.texts.get(&format!("cli-column-{name}")));
    let rows: Vec<Vec<SafeText>> =
        pages.iter().map(|page| vec![SafeText::line(&page.name), SafeText::line(&page.title)]).collect();
    for line in table::lines(&header, &rows, call.edge.width) {
        call.print(&line)?;
    }
    Ok(code)
}

fn show(call: &mut Call, page: &Explanation, json: bool) -> Done {
    let (keymaps, _) = interface::keymaps(&call.sources());
    let standard = Keymap::standard();
    let keymap = keymaps.first().map_or(&standard, |(_, keymap)| keymap);
    let key = |name: &str| key_of(call, keymap, name);
    let lines = page.lines(call.edge.width.map_or(WIDTH, |width| width.min(WIDTH)), &key);
    if json {
        let mut sections = vec![Section { heading: None, text: String::new() }];
        for line in page.lines(usize::MAX, &key) {
            match (line.kind, sections.last_mut()) {
                (Kind::Heading, _) => sections.push(Section { heading: Some(line.text()), text: String::new() }),
                (_, Some(section)) => {
                    section.text.push_str(&line.text());
                    section.text.push('\n');
                }
                (_, None) => {}
            }
        }
        sections.iter_mut().for_each(|section| section.text = section.text.trim_end().to_owned());
        let page = Page { row: row(page), also: &page.also, related: &page.related, fields: &page.places, sections };
        call.print_json(&page)?;
        return Ok(exit::DONE);
    }
    call.print(&SafeText::line(&page.title))?;
    call.print_block("")?;
    for line in lines {
        call.print(&SafeText::line(line.text().trim_end()))?;
    }
    if !page.related.is_empty() {
        let words = format!("{}: {}", call.texts.get("explanation-related"), page.related.join(", "));
        call.print_block("")?;
        call.print(&SafeText::line(&words))?;
    }
    Ok(exit::DONE)
}

fn row(page: &Explanation) -> Row<'_> {
    Row { name: &page.name, title: &page.title, answer: page.answer(), own: page.own }
}

/// The key of a command in the keymap that is set; without one what it is called.
fn key_of(call: &Call, keymap: &Keymap, name: &str) -> String {
    let Some(command) = name.split_once('.').and_then(|(scope, name)| Command::named(scope, name)) else {
        return name.to_owned();
    };
    let keys = keymap.keys(command).first().map(|keys| Key::show(keys));
    keys.unwrap_or_else(|| format!("“{}”", call.texts.get(&command.word())))
}
