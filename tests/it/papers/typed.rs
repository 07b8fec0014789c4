//! Whatever is typed comes out as the text it is, in each format, and makes no element, link, line or formula of its own.

use loket::{
    domain::{
        ids::OrganisationCode,
        text::{RawText, SafeText},
    },
    export::agenda::{Paper, PaperFormat, Reader, Source, to_send},
    locale::{Language, Texts},
};
use proptest::{prelude::*, test_runner::Config};

use super::{
    made,
    sample::{self, Asked, item_id},
    text,
};

/// Pieces that mean something to some reader, among signs that mean nothing.
fn typed() -> impl Strategy<Value = String> {
    let pieces = vec![
        "# ",
        "## x",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "12) ",
        "> ",
        "```",
        "~~~",
        "    code",
        "---",
        "===",
        "|",
        "\\",
        "`",
        "**x**",
        "_y_",
        "[a](http://x.nl)",
        "![i](x)",
        "<b>",
        "</td>",
        "<script>alert(1)</script>",
        "<!--",
        "-->",
        "&lt;",
        "&#60;",
        "&amp;",
        "\"",
        "'",
        "http://x.nl/a_b",
        "www.x.nl",
        "jan@x.nl",
        "{#id}",
        "[^1]",
        "$x$",
        "=1+1",
        "@SUM(A1)",
        "+31 85 555 6305",
        "\r\n",
        "\n",
        "\n\n",
        "\t",
        "END:VEVENT",
        "\r\nATTENDEE:mailto:a@b.nl",
        "\\n",
        ";",
        ",",
        ":",
        "^",
        "../..",
        "\u{202e}",
        "\u{1b}[2J",
        "\0",
        "\u{feff}",
        "e\u{301}\u{301}",
        "漢字",
        "é",
        "🏠",
        "Ĳ",
        "‘ja’",
        " ",
        "a",
        "woord",
        "€ 412,50",
        "From ",
        ".",
    ];
    let piece =
        prop_oneof![3 => proptest::sample::select(pieces).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    let texts = proptest::collection::vec(piece, 1..12).prop_map(|pieces| pieces.concat());
    // Of blanks alone the page says what is missing.
    texts.prop_filter("a text", |typed| !RawText(typed.clone()).is_blank())
}

fn source(typed: &str) -> Source {
    let text = |_: usize, _: &str| typed.to_owned();
    let mut source = sample::fixed(&Asked { items: 1, people: 1, text: &text }, 1);
    source.edition.content.facts.place = RawText(typed.into());
    source
}

fn paper(source: &Source, format: PaperFormat) -> String {
    text(source, &Reader::Secretariat, Paper::Item(item_id(1)), format)
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The elements of a page and the text between them. Anything that is no element of ours or no text fails.
fn parsed(page: &str) -> (Vec<String>, String) {
    let (before, after) = page.split_once("<style>").unwrap();
    let (_, after) = after.split_once("</style>").unwrap();
    let page = format!("{before}{after}");
    let (mut tags, mut out, mut rest) = (vec![], String::new(), &page[..]);
    while let Some(at) = rest.find(['<', '>', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with('<') {
            let end = rest.find('>').expect("an element that does not end");
            tags.push(rest[..=end].to_owned());
            if rest.starts_with("<br") {
                out.push('\n');
            }
            rest = &rest[end + 1..];
        } else {
            let known = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&#39;", '\'')];
            let (name, sign) = known.into_iter().find(|(name, _)| rest.starts_with(name)).expect("a bare sign");
            out.push(sign);
            rest = &rest[name.len()..];
        }
    }
    out.push_str(rest);
    (tags, out)
}

fn check_html(typed: &str) {
    let page = paper(&source(typed), PaperFormat::Html);
    let (tags, text) = parsed(&page);
    let expected = words(SafeText::block(typed).as_str());
    assert!(words(&text).matches(&expected).count() >= 10, "{typed:?}: {text}");
    // On one line it makes exactly the elements that a plain word makes.
    let line = SafeText::line(typed).into_string();
    if line.trim().is_empty() {
        // Of blanks alone the page says what is missing.
        return;
    }
    let (of_line, _) = parsed(&paper(&source(&line), PaperFormat::Html));
    let (of_word, _) = parsed(&paper(&source("woord"), PaperFormat::Html));
    assert_eq!(of_line, of_word, "{typed:?}");
    let known: Vec<&String> = tags.iter().filter(|tag| !of_word.contains(tag) && *tag != "<br>").collect();
    assert_eq!(known, Vec::<&String>::new(), "{typed:?}");
}

/// A line of Markdown as it is read, if nothing in it is markup.
fn unmarked(line: &str) -> String {
    assert!(!line.starts_with(['#', '>', '-', '+', '=', ' ']), "begins a block: {line}");
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    assert!(digits.len() == line.len() || !digits.starts_with(['.', ')']), "begins a list: {line}");
    let (mut out, mut rest) = (String::new(), line);
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' => {
                let sign = rest.chars().next().expect("a backslash at the end");
                assert!(sign.is_ascii_punctuation(), "{line}");
                out.push(sign);
                rest = &rest[1..];
            }
            '&' => {
                let known = [("amp;", '&'), ("lt;", '<'), ("gt;", '>')];
                let (name, sign) = known.into_iter().find(|(name, _)| rest.starts_with(name)).expect("a bare &");
                out.push(sign);
                rest = &rest[name.len()..];
            }
            '`' | '*' | '_' | '[' | ']' | '<' | '>' | '!' | '~' | '@' | '|' | '#' | '$' | '{' => panic!("{c} in {line}"),
            c => out.push(c),
        }
    }
    out
}

fn check_markdown(typed: &str) {
    let line = SafeText::line(typed).into_string();
    let file = paper(&source(&line), PaperFormat::Markdown);
    let (_, after) = file.split_once("## De feiten\n\n").unwrap();
    let found = after.lines().next().unwrap();
    assert_eq!(unmarked(found), line.trim(), "{typed:?}");
    assert!(!found.replace("\\:", "").contains("://") && !found.contains("www."), "{found}");
    // With its line breaks: as many lines, none of which is markup.
    let file = paper(&source(typed), PaperFormat::Markdown);
    let (_, after) = file.split_once("## De feiten\n\n").unwrap();
    let (facts, _) = after.split_once("\n\n## Wat is geprobeerd").unwrap();
    let read = |part: &str| {
        let lines: Vec<String> = part.split("\\\n").map(unmarked).collect();
        words(&lines.join(" "))
    };
    let read: Vec<String> = facts.split("\n\n").map(read).collect();
    assert_eq!(read.join(" "), words(SafeText::block(typed).as_str()), "{typed:?}");
}

fn check_text(typed: &str) {
    let file = paper(&source(typed), PaperFormat::Text);
    let (_, after) = file.split_once("De feiten\n---------\n").unwrap();
    let (facts, _) = after.split_once("Wat is geprobeerd\n").unwrap();
    assert_eq!(words(facts), words(SafeText::block(typed).as_str()), "{typed:?}");
    assert!(file.chars().all(|c| c == '\n' || !c.is_control()));
}

fn check_calendar(typed: &str) {
    let of = |typed: &str| {
        let mut source = source(typed);
        let code = OrganisationCode("SVB".into());
        source.entries[0].invitations.iter_mut().for_each(|one| one.facts.mail = "a@b.example".into());
        let sent = to_send(&source, &[], true, &code, &Texts::new(Language::Dutch)).unwrap();
        String::from_utf8(sent[0].file.bytes.clone()).unwrap()
    };
    let file = of(typed);
    assert!(file.ends_with("\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']));
    file.split("\r\n").for_each(|line| assert!(line.len() <= 75, "{line}"));
    let whole = file.replace("\r\n ", "");
    let plain = of("woord").replace("\r\n ", "");
    let names = |file: &str| file.lines().map(|line| line.split([':', ';']).next().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(names(&whole), names(&plain), "{typed:?}");
    let place = whole.lines().find_map(|line| line.strip_prefix("LOCATION:")).unwrap();
    let (mut read, mut rest) = (String::new(), place.chars());
    while let Some(c) = rest.next() {
        read.push(if c == '\\' { rest.next().unwrap() } else { c });
    }
    assert_eq!(read, SafeText::line(typed).as_str());
    let person = whole.lines().find(|line| line.starts_with("ATTENDEE")).unwrap();
    let (_, name) = person.split_once("CN=\"").unwrap();
    let (name, after) = name.split_once('"').unwrap();
    assert_eq!(after, ":mailto:a@b.example");
    assert_eq!(name.replace("^^", "\u{1}").replace("^'", "\"").replace('\u{1}', "^"), SafeText::line(typed).as_str());
}

proptest! {
    #![proptest_config(Config { cases: 96, failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_text_stays_text(typed in typed()) {
        prop_assume!(!SafeText::block(&typed).as_str().trim().is_empty());
        check_html(&typed);
        check_markdown(&typed);
        check_text(&typed);
        check_calendar(&typed);
    }
}

proptest! {
    #![proptest_config(Config { cases: 24, failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_text_makes_a_pdf(typed in typed()) {
        let file = made(&source(&typed), &Reader::Secretariat, Paper::Pack, PaperFormat::Pdf);
        prop_assert!(file.bytes.starts_with(b"%PDF-1.7") && file.bytes.len() > 4000);
    }
}

#[test]
fn what_is_long_breaks_nothing() {
    for typed in ["x".repeat(4_000), format!("e{}", "\u{301}".repeat(100_000)), "woord ".repeat(1_500), "a\n".repeat(800)] {
        let source = source(&typed);
        for format in super::FORMATS {
            assert!(!made(&source, &Reader::Secretariat, Paper::Pack, format).bytes.is_empty());
        }
    }
}
