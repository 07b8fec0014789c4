//! The course of a case in the papers of its item: the secretariat reads what was said, a body days and kinds alone, and a fixed
//! version nothing that came after it.

use loket::{
    domain::ids::OrganisationCode,
    export::agenda::{Paper, PaperFormat, Reader, Source, Template, export},
    locale::{Language, Texts},
};

use super::{
    FORMATS,
    canaries::{ITEMS, asked, canary, papers},
    sample::{self, Asked, BODIES, item_id},
    text,
};

fn flat(text: &str) -> String {
    text.replace(['\\', '\n', '\r', ' '], "").to_lowercase()
}

#[test]
fn the_secretariat_reads_what_was_said_oldest_first() {
    let source = sample::draft(&asked());
    for format in [PaperFormat::Markdown, PaperFormat::Html, PaperFormat::Text] {
        for paper in [Paper::Item(item_id(1)), Paper::Pack] {
            let file = text(&source, &Reader::Secretariat, paper, format);
            let found = flat(&file);
            let told = ["with", "agreed", "label7", "text8", "label9", "label10", "label11", "text12"];
            let places: Vec<_> = told.map(|field| found.find(&canary(1, &format!("course{field}")))).to_vec();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{format} {paper:?} {places:?}");
            for field in ["by", "text2", "text3", "old", "new"] {
                assert!(!found.contains(&canary(1, &format!("course{field}"))), "{format} {paper:?} {field}: stays in the case");
            }
        }
    }
    let file = text(&source, &Reader::Secretariat, Paper::Item(item_id(1)), PaperFormat::Markdown).replace('\\', "");
    assert!(file.contains("| do 01-10-2026 | signaal ontvangen |"), "{file}");
    assert!(file.contains("| ma 05-10-2026 | status: van in triage naar in behandeling |"), "{file}");
    assert!(!file.contains("entry-") && !file.contains("paper-step"), "a text is missing: {file}");
}

#[test]
fn a_body_reads_days_and_kinds_and_no_word_that_was_typed() {
    let source = sample::fixed(&asked(), 1);
    let body = Reader::Body(OrganisationCode("SVB".into()));
    let file = text(&source, &body, Paper::Item(item_id(1)), PaperFormat::Text);
    let course = file.split("Verloop van de zaak").nth(1).unwrap_or_default();
    for word in ["do 01-10-2026", "time-out bevestigd", "moratorium vastgelegd", "di 13-10-2026", "besproken in LET 47"] {
        assert!(course.contains(word), "{word}: {file}");
    }
    for word in ["Gebeld", "status:", "voorgesteld", "overbrugging", "toezegging vastgelegd", "besluit van", "24-12-2026"] {
        assert!(!course.contains(word), "{word}: {file}");
    }
    let texts = Texts::new(Language::Dutch);
    for code in BODIES.map(|code| OrganisationCode(code.into())) {
        let mut readers = vec![Reader::Body(code.clone())];
        let asked = source.entries.iter().flat_map(|entry| &entry.invitations).find(|one| one.facts.organisation == code);
        readers.extend(asked.map(|one| Reader::Person(Box::new(one.facts.clone()))));
        for (reader, paper, format) in readers
            .iter()
            .flat_map(|reader| papers().into_iter().map(move |paper| (reader, paper)))
            .flat_map(|(reader, paper)| FORMATS.map(|format| (reader, paper, format)))
            .filter(|(_, _, format)| *format != PaperFormat::Pdf)
        {
            let Ok(file) = export(&source, reader, paper, format, &texts) else { continue };
            let found = flat(&String::from_utf8(file.bytes).unwrap());
            let told = (1..=ITEMS).find(|item| found.contains(&format!("kx{item}xcourse")));
            assert_eq!(told, None, "{reader:?} {paper:?} {format}");
        }
    }
}

#[test]
fn without_a_ground_there_is_no_course_and_a_fixed_version_knows_nothing_later() {
    let svb = Reader::Body(OrganisationCode("SVB".into()));
    // Item 6 is of UWV and SVB and shared with UWV alone.
    let fixed = sample::fixed(&asked(), 1);
    let refused = export(&fixed, &svb, Paper::Item(item_id(6)), PaperFormat::Text, &Texts::new(Language::Dutch));
    assert!(refused.is_err());
    let mut ended = fixed.clone();
    ended.entries[0].item.facts.grounds.clear();
    assert!(!text(&ended, &svb, Paper::Agenda, PaperFormat::Text).contains("Verloop"));
    let is_told = |source: &Source, reader: &Reader| {
        text(source, reader, Paper::Item(item_id(1)), PaperFormat::Text).contains("moratorium beëindigd")
    };
    for reader in [&svb, &Reader::Secretariat] {
        assert!(!is_told(&fixed, reader), "it came after the version was fixed");
        assert!(is_told(&sample::draft(&asked()), reader), "a draft tells what there is");
    }
}

#[test]
fn of_a_long_course_the_report_and_the_last_steps_are_told() {
    let asked = Asked { items: 1, people: 1, text: &|item, field| format!("{field} {item}") };
    let mut source = sample::draft(&asked);
    let entries = source.timelines.values_mut().next().unwrap();
    let call = entries.iter().find(|entry| entry.contact.is_some()).unwrap().clone();
    // Newest first, before everything else but the report.
    let calls = (1..=30).rev().map(|at| {
        let mut call = call.clone();
        call.contact.as_mut().unwrap().with = format!("beller{at:02}").as_str().into();
        call
    });
    entries.splice(0..entries.len() - 1, calls);
    let file = text(&source, &Reader::Secretariat, Paper::Item(item_id(1)), PaperFormat::Markdown).replace('\\', "");
    assert!(file.contains("11 eerdere stappen staan in het dossier"), "{file}");
    assert!(file.contains("signaal ontvangen") && !file.contains("beller11") && file.contains("beller12"), "{file}");
    assert!(file.find("beller12") < file.find("beller30"), "{file}");
    let left_out = Template { left_out: ["timeline".to_owned()].into(), ..Template::default() };
    assert!(
        !text(&source.written_on(left_out), &Reader::Secretariat, Paper::Item(item_id(1)), PaperFormat::Text).contains("Verloop")
    );
}
