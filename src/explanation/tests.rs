//! Tests of the pages that come with loket, and of reading, finding and laying out any page.

use std::{collections::BTreeSet, fs, path::Path};

use unicode_width::UnicodeWidthStr;

use super::{Explanation, Fault, Hit, Kind, Known, Library, SHIPPED, read};
use crate::locale::Language;

const DUTCH: [&str; 5] = ["Wat zegt de wet", "Voorwaarden", "Voorbeeld", "Let op", "Volgende stap"];
const ENGLISH: [&str; 5] = ["What the law says", "Conditions", "Example", "Beware", "Next step"];

fn names() -> Vec<String> {
    SHIPPED.iter().map(|(name, ..)| (*name).to_owned()).collect()
}

fn page(name: &str, source: &str) -> (Option<Explanation>, Vec<Fault>) {
    let (names, commands) = (names(), vec!["signal.note".to_owned()]);
    read(name, source, &Known { commands: &commands, names: &names, is_place: &|place| place == "note" })
}

fn text(page: &Explanation) -> String {
    let lines = page.lines(400, &|name| format!("<{name}>"));
    lines.iter().map(|line| format!("{}\n", line.text())).collect()
}

/// What points to an article or a ruling: `6:7`, `285`, `ECLI:NL:RVS:2022:285`.
fn articles(page: &Explanation) -> BTreeSet<String> {
    let law = page.blocks.iter().skip(1);
    let until = law.take_while(|block| !matches!(block, super::Block::Heading(text) if text == DUTCH[1] || text == ENGLISH[1]));
    let part = Explanation { blocks: until.cloned().collect(), ..page.clone() };
    let text = text(&part);
    let is = |c: char| c.is_alphanumeric() || c == ':';
    let words = text.split(|c: char| !is(c)).map(|word| word.trim_matches(':'));
    words
        .filter(|word| word.starts_with("ECLI") || word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_page_is_there_in_both_languages_with_the_same_parts_and_articles() {
    for folder in ["nl", "en"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/topics").join(folder);
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let files: BTreeSet<String> = files.collect();
        assert_eq!(files, names().iter().map(|name| format!("{name}.md")).collect());
    }
    let library = Library::default();
    assert!(SHIPPED.len() >= 14 && library.all(Language::English).len() == SHIPPED.len());
    let mut with_articles = 0;
    for (name, ..) in SHIPPED {
        let (dutch, english) = (library.named(Language::Dutch, name).unwrap(), library.named(Language::English, name).unwrap());
        assert_eq!(dutch.headings().collect::<Vec<_>>(), DUTCH, "{name}");
        assert_eq!(english.headings().collect::<Vec<_>>(), ENGLISH, "{name}");
        assert_eq!((&dutch.related, &dutch.places), (&english.related, &english.places), "{name}");
        assert_eq!(articles(dutch), articles(english), "{name}");
        let keys = |page: &Explanation| page.commands().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(keys(dutch), keys(english), "{name}");
        assert!(!keys(dutch).is_empty() && !dutch.related.is_empty() && !dutch.also.is_empty(), "{name}");
        assert!(!dutch.related.contains(&dutch.name), "{name} belongs to itself");
        assert!(dutch.answer().ends_with('.') && dutch.answer().chars().count() < 160, "{name}: {}", dutch.answer());
        with_articles += usize::from(!articles(dutch).is_empty());
    }
    assert!(with_articles >= 12, "{with_articles}");
}

#[test]
fn every_page_is_short_and_what_it_names_is_there() {
    let names = names();
    let known = Known { commands: &[], names: &names, is_place: &|_| true };
    for (name, dutch, english) in SHIPPED {
        for source in [dutch, english] {
            let faults = read(name, source, &known).1;
            assert!(faults.iter().all(|fault| fault.key == "explanation-unknown-command"), "{name}: {faults:?}");
            let body = source.split_once("\n---\n").unwrap().1;
            assert!(body.lines().count() <= 60, "{name}");
            body.lines().for_each(|line| assert!(line.width() <= 78, "{name}: {line}"));
        }
    }
    let library = Library::default();
    let mut places: Vec<&String> = library.all(Language::Dutch).iter().flat_map(|page| &page.places).collect();
    places.sort();
    assert!(places.windows(2).all(|pair| pair[0] != pair[1]), "two pages of one field: {places:?}");
    assert_eq!(library.of_place(Language::Dutch, "intake-decision-on").map(|page| page.name.as_str()), Some("termijnen"));
}

#[test]
fn every_page_is_found_by_its_name_its_title_and_what_else_people_call_it() {
    let library = Library::default();
    for language in Language::ALL {
        for page in library.all(*language) {
            for word in [&page.name, &page.title].into_iter().chain(&page.also) {
                let found = library.search(*language, &word.to_uppercase());
                assert!(found.iter().any(|(hit, one)| *hit == Hit::Named && one.name == page.name), "{language} {word}");
            }
            assert_eq!(library.meant(*language, &page.name).map(|one| &one.name), Some(&page.name));
        }
    }
    let first = |typed: &str| library.search(Language::Dutch, typed).first().map(|(_, page)| page.name.clone());
    assert_eq!(first("pro forma").as_deref(), Some("bezwaar"));
    assert_eq!(first("termijn").as_deref(), Some("termijnen"));
    // Accents and a mark between words make no difference; what stands in the text alone is found, too.
    assert_eq!(first("voorlopige voorziening").as_deref(), Some("voorlopige-voorziening"));
    assert_eq!(first("griffierecht").as_deref(), Some("voorlopige-voorziening"));
    assert_eq!(first("xyzzy"), None);
    assert_eq!(library.nearest(Language::Dutch, "hardheidsclausle"), Some("hardheidsclausule"));
    assert_eq!(library.nearest(Language::Dutch, "xyzzyxyzzy"), None);
}

#[test]
fn a_page_of_the_organisation_replaces_one_and_adds_one_and_steers_no_terminal() {
    let own = |name: &str, source: &str| Explanation { own: true, ..page(name, source).0.unwrap() };
    let head = "---\ntitle: Onze \u{1b}[31mklachtenlijn\nalso: loket\u{7} klachten\nfields: note\n---\n";
    let added = own("klachtenlijn", &format!("{head}Bel \u{1b}[2J**nu**.\n\n```\ncode \u{9b}x\n```\n"));
    let replaced = own("termijnen", "# Termijnen bij ons\n\nVraag het de jurist.\n");
    let library = Library::new(vec![(Language::Dutch, added), (Language::Dutch, replaced)]);
    let all = library.all(Language::Dutch);
    assert_eq!(all.len(), SHIPPED.len() + 1);
    assert_eq!(library.named(Language::Dutch, "termijnen").map(|page| page.title.as_str()), Some("Termijnen bij ons"));
    // The English page stays; what is written in Dutch alone is better than nothing.
    assert_eq!(library.named(Language::English, "termijnen").map(|page| page.title.as_str()), Some("Terms"));
    assert!(library.named(Language::English, "klachtenlijn").is_some());
    assert_eq!(library.of_place(Language::Dutch, "note").map(|page| page.name.as_str()), Some("klachtenlijn"));
    let page = library.named(Language::Dutch, "klachtenlijn").unwrap();
    let said = format!("{}{}{}{}", page.title, page.also.concat(), page.answer(), text(page));
    assert!(!said.replace('\n', "").contains(crate::domain::text::is_unsafe), "{said:?}");
    assert!(text(page).contains("nu") && page.title.contains("klachtenlijn"), "{said:?}");
}

#[test]
fn what_is_wrong_in_a_file_is_told_at_its_place_and_the_rest_counts() {
    let source = "---\ntitle: Eigen\ntitel: x\nzomaar\nrelated: termijnen, termijn\nfields: note, nota\n---\nTekst {key:signal.not} hier.\n";
    let (found, faults) = page("eigen", source);
    let told: Vec<(&str, &str)> = faults.iter().map(|fault| (fault.key, &source[fault.span.clone()])).collect();
    for expected in [
        ("explanation-unknown-key", "titel"),
        ("explanation-head-line", "zomaar"),
        ("explanation-unknown-related", "termijn"),
        ("explanation-unknown-field", "nota"),
        ("explanation-unknown-command", "signal.not"),
    ] {
        assert!(told.contains(&expected), "{expected:?} in {told:?}");
    }
    assert_eq!(told.len(), 5, "{told:?}");
    let found = found.unwrap();
    assert_eq!((found.related, found.places), (vec!["termijnen".to_owned()], vec!["note".to_owned()]));
    for (source, key) in [
        ("", "explanation-no-title"),
        ("Tekst zonder kop.\n", "explanation-no-title"),
        ("---\ntitle: Leeg\n---\n\n", "explanation-empty"),
        ("---\ntitle: Open\nTekst: x\n", "explanation-head-open"),
    ] {
        let (found, faults) = page("eigen", source);
        assert!(found.is_none() && faults.iter().any(|fault| fault.key == key), "{key}: {faults:?}");
    }
}

#[test]
fn no_line_is_wider_than_asked_and_no_word_is_lost() {
    let library = Library::default();
    for page in library.all(Language::Dutch) {
        let whole: Vec<String> = text(page).split_whitespace().map(str::to_owned).collect();
        for width in [30, 56, 74] {
            let lines = page.lines(width, &|name| format!("<{name}>"));
            lines.iter().for_each(|line| assert!(line.text().width() <= width, "{width} {}: {:?}", page.name, line.text()));
            let words: Vec<String> =
                lines.iter().flat_map(|line| line.text().split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect();
            assert_eq!(words, whole, "{width} {}", page.name);
        }
        assert_eq!(page.lines(74, &|_| String::new())[0].kind, Kind::Answer);
    }
    // A word that is wider than the line is broken.
    let long = page("lang", &format!("# Lang\n\n{}\n", "x".repeat(100))).0.unwrap();
    assert!(long.lines(20, &|_| String::new()).iter().all(|line| line.text().width() <= 20));
}

#[test]
fn of_markdown_the_text_stays() {
    let source = "# Eigen *pagina*\n\nEen [regeling](https://voorbeeld.nl/r) en `code`,\nop de volgende regel.\n\n1. een\n   - binnen **vet**\n2. twee\n\n| a | b |\n|---|---|\n| c | d |\n\n> citaat\n\nTot {key:signal.note}.\n";
    let (found, faults) = page("eigen", source);
    assert_eq!(faults, vec![]);
    let found = found.unwrap();
    assert_eq!(found.title, "Eigen pagina");
    let text = text(&found);
    for part in [
        "Een regeling (https://voorbeeld.nl/r) en code, op de volgende regel.\n",
        "1. een\n  - binnen vet\n2. twee\n",
        "a b\n",
        "c d\n",
        "citaat\n",
        "Tot <signal.note>.\n",
    ] {
        assert!(text.contains(part), "{part:?} in {text}");
    }
}
