//! Papers read by other programs: PDF by pdftotext, calendars by Python's icalendar and vobject. Where a program is missing the
//! test says so aloud and passes; `LOKET_PYTHON` names a Python that has the two. `LOKET_PAPERS` names a folder in which
//! the papers of a sample are left, to be looked at.

use std::{fs, path::PathBuf, process::Command};

use loket::{
    domain::ids::OrganisationCode,
    export::agenda::{Invited, Paper, PaperFormat, Reader, Source, to_send},
    locale::{Language, Texts},
};

use super::{
    FORMATS,
    canaries::{self, canary, found, papers},
    made,
    sample::{self, Asked},
};

/// Runs a program; nothing, said aloud: it is not there.
fn run(program: &str, arguments: &[&str]) -> Option<String> {
    match Command::new(program).args(arguments).output() {
        Ok(output) => {
            assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
            Some(String::from_utf8(output.stdout).unwrap())
        }
        Err(error) => {
            println!("NOT CHECKED: {program} is not on this machine ({error})");
            None
        }
    }
}

fn text_of(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.pdf");
    fs::write(&path, pdf).unwrap();
    run("pdftotext", &["-layout", "-enc", "UTF-8", path.to_str().unwrap(), "-"])
}

fn body(code: &str) -> Reader {
    Reader::Body(OrganisationCode(code.into()))
}

#[test]
fn the_text_of_a_pdf_is_what_the_reader_may_read() {
    let source = sample::fixed(&canaries::asked(), 2);
    for (code, items) in [("UWV", vec![6, 11, 12]), ("SVB", vec![1, 7])] {
        let pack = made(&source, &body(code), Paper::Pack, PaperFormat::Pdf);
        assert!(pack.bytes.starts_with(b"%PDF-1.7"));
        let Some(text) = text_of(&pack.bytes) else { return };
        assert_eq!(found(&text), items, "{code}");
        assert!(text.contains("versie 2") && text.contains(&format!("voor {code}")), "{text}");
        assert!(!text.contains("CONCEPT"));
        assert!(text.contains("Verloop van de zaak") && !text.contains("xcourse"), "{code}: days and kinds of the course");
    }
    let all = made(&sample::draft(&canaries::asked()), &Reader::Secretariat, Paper::Pack, PaperFormat::Pdf);
    let text = text_of(&all.bytes).unwrap();
    for field in ["facts", "stalemate", "perspective", "escalated", "courseagreed"] {
        assert!(text.contains(&canary(5, field)), "{field}");
    }
    let sheets: Vec<&str> = text.split('\u{c}').filter(|sheet| !sheet.trim().is_empty()).collect();
    for (sheet, number) in sheets.iter().zip(1..) {
        assert!(sheet.contains("CONCEPT") && sheet.contains(&format!("pagina {number} van {}", sheets.len())), "{sheet}");
    }
}

#[test]
fn diacritics_come_out_and_what_the_font_lacks_is_told() {
    let names =
        "Sûdwest-Fryslân, Ĳsselstein, Yıldız, Daniël, D. Łukaszewski, Ștefan, Đorđe, Ærø, Nguyễn, Ελένη, Олена; € 412,50 – “ja”";
    let strange = "漢字 🏠 \u{202e}om";
    let text = |_: usize, field: &str| match field {
        "facts" => format!("{names}\n{strange}"),
        _ => "tekst".to_owned(),
    };
    let source = sample::fixed(&Asked { items: 1, people: 1, text: &text }, 1);
    let file = made(&source, &Reader::Secretariat, Paper::Item(sample::item_id(1)), PaperFormat::Pdf);
    let Some(text) = text_of(&file.bytes) else { return };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(names), "{text}");
    assert!(text.contains("U+6F22U+5B57 U+1F3E0 ‹202E›om"), "{text}");
}

/// A meeting as it could be, for the eye.
pub fn real(item: usize, field: &str) -> String {
    let short = match field {
        field if field.starts_with("title") => ["Ontruiming, SVB en UWV", "Beslag en toeslag", "Zorgverzekering kind"][item % 3],
        "presenter" => "M. Visser",
        "stalemate" => {
            "De verhuurder ontruimt op 2 december omdat de uitkering stilligt, en die ligt stil omdat er geen adres is."
        }
        "asked" => "Wie heeft mandaat om de ontruiming van 2 december uit te stellen tot na 1 januari?",
        "basis" => "AVG 6(1)(e), Wgs art. 8",
        "purpose" => "Voorkomen dat het gezin zijn woning verliest",
        "tried" => "Overleg met de verhuurder over uitstel; die wil een garantie voor twee maanden huur.",
        "with" => "wijkteam, woningcorporatie",
        "option" => "Overbrugging van de huur door de gemeente, achteraf te verrekenen met de uitkering",
        "consequences" => "Het gezin blijft wonen; de gemeente loopt risico over twee maanden huur.",
        field if field.starts_with("position") => "Kan de uitkering hervatten zodra het adres in de BRP staat; eerder niet.",
        field if field.starts_with("room") => "Participatiewet art. 18, eerste lid: afstemmen op de omstandigheden.",
        field if field.starts_with("function") => "directeur uitvoering",
        field if field.starts_with("name") => "drs. P.J. van der Meulen-Yıldız",
        field if field.starts_with("papertitle") => ["Brief van de verhuurder", "Besluit van 2 november"][item % 2],
        field if field.starts_with("papertext") => {
            "De verhuurder schrijft dat hij tot 2 december wacht.\n\nDaarna volgt de ontruiming."
        }
        field if field.starts_with("decision") => "De ontruiming wordt uitgesteld tot en met 31 januari 2027.",
        field if field.starts_with("used") => "Hardheidsclausule",
        field if field.starts_with("promiser") => "directeur uitvoering",
        field if field.starts_with("promise") => "Hervat de uitkering binnen vijf werkdagen na inschrijving op het briefadres.",
        field if field.starts_with("to") => "de gemeente",
        _ => "",
    };
    let long = "Het gezin woont sinds 2019 in de woning. In juni is de inschrijving in de BRP doorgehaald na een adresonderzoek. \
        Daarop stopten de kinderbijslag en de uitkering. De huurachterstand is inmiddels vier maanden.";
    match field {
        "facts" => format!("{long}\n\n{long} {long}\n\n{long}\nDe deurwaarder heeft de ontruiming aangezegd.").repeat(2),
        "perspective" => "De ouders willen vooral dat de kinderen op hun school kunnen blijven.".into(),
        "escalated" => "Op 12 november aan de regiodirecteur van het UWV; geen antwoord.".into(),
        _ => short.into(),
    }
}

#[test]
fn every_paper_can_be_made_and_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let keep = std::env::var_os("LOKET_PAPERS").map(PathBuf::from);
    let folder = keep.as_deref().unwrap_or(folder.path());
    let asked = Asked { items: 6, people: 2, text: &real };
    let mut made_count = 0;
    for source in [sample::draft(&asked), sample::fixed(&asked, 2)] {
        for reader in [Reader::Secretariat, body("UWV")] {
            for paper in papers().into_iter().filter(|paper| !matches!(paper, Paper::Item(id) if *id != sample::item_id(6))) {
                for format in FORMATS {
                    let file = made(&source, &reader, paper, format);
                    fs::write(folder.join(&file.name), &file.bytes).unwrap();
                    made_count += 1;
                }
            }
        }
    }
    assert_eq!(made_count, 2 * 2 * 4 * 5);
}

const PYTHON: &str = r#"
import sys, icalendar, vobject
from datetime import timedelta
def read(path):
    text = open(path, "rb").read()
    calendar = icalendar.Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    other = list(vobject.readComponents(text.decode("utf-8")))
    assert len(other) == 1 and len(other[0].vevent_list) == len(events)
    for one, two in zip(events, other[0].vevent_list):
        assert str(one["UID"]) == two.uid.value and int(one["SEQUENCE"]) == int(two.sequence.value)
        assert one["DTSTART"].dt == two.dtstart.value and one["DTEND"].dt == two.dtend.value
        assert one["DTSTART"].dt.utcoffset() == timedelta(0)
        assert str(one["SUMMARY"]) == two.summary.value and str(one["DESCRIPTION"]) == two.description.value
    return str(calendar["METHOD"]), events
store = {}
# Of one person, or of everybody who was sent something.
mailbox = sys.argv[1]
def is_sent(event):
    people = event.get("ATTENDEE", [])
    people = people if isinstance(people, list) else [people]
    return mailbox == "all" or any(str(one).lower() == "mailto:" + mailbox for one in people)
for path in sys.argv[2:]:
    method, events = read(path)
    for event in filter(is_sent, events):
        known = store.get(str(event["UID"]))
        assert known is None or int(event["SEQUENCE"]) > int(known["SEQUENCE"]), "a later version counts up"
        if method == "CANCEL":
            assert known is not None and str(event["STATUS"]) == "CANCELLED"
        store[str(event["UID"])] = event
for uid, event in sorted(store.items()):
    if str(event["STATUS"]) != "CANCELLED":
        print(uid, event["SEQUENCE"], event["DTSTART"].dt.isoformat(), event["DTEND"].dt.isoformat())
"#;

fn saved(folder: &std::path::Path, sent: &[Invited]) -> Vec<String> {
    let path = |one: &Invited| folder.join(&one.file.name).to_str().unwrap().to_owned();
    sent.iter().for_each(|one| fs::write(path(one), &one.file.bytes).unwrap());
    sent.iter().map(path).collect()
}

#[test]
fn other_programs_read_the_calendars_and_a_later_version_changes_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let texts = Texts::new(Language::Dutch);
    let code = OrganisationCode("UWV".into());
    let first = sample::fixed(&canaries::asked(), 1);
    let mut second = sample::fixed(&canaries::asked(), 2);
    // In the second version the body has nothing left in the second slot, and its items in the first come later.
    let in_second = |source: &mut Source| {
        let there = source.entries.iter_mut().filter(|entry| entry.item.facts.slot == 2);
        there.for_each(|entry| entry.invitations.retain(|one| one.facts.organisation.as_str() != "UWV"));
    };
    in_second(&mut second);
    second.edition.content.items.iter_mut().for_each(|one| {
        for at in [&mut one.times.starts_at, &mut one.times.ends_at].into_iter().flatten() {
            *at += chrono::TimeDelta::minutes(30);
        }
    });
    let before = std::slice::from_ref(&first.edition);
    let save = |batch: &str, sent: &[Invited]| {
        let folder = folder.path().join(batch);
        fs::create_dir(&folder).unwrap();
        saved(&folder, sent)
    };
    let mut files = save("first", &to_send(&first, &[], true, &code, &texts).unwrap());
    assert_eq!(files.len(), 2);
    files.extend(save("second", &to_send(&second, before, true, &code, &texts).unwrap()));
    assert_eq!(files.len(), 4);
    let Some(left) = read_by_others("all", &files) else { return };
    assert_eq!(left.lines().count(), 1, "the second slot was taken back: {left}");
    assert!(left.contains("-1-uwv@loket 4 2026-10-24T"), "{left}");
    // The meeting does not go on; then it does, as a third version.
    files.extend(save("off", &to_send(&second, before, false, &code, &texts).unwrap()));
    assert_eq!(read_by_others("all", &files).unwrap(), "");
    let third = sample::fixed(&canaries::asked(), 3);
    files.extend(save("on", &to_send(&third, &[first.edition.clone(), second.edition], true, &code, &texts).unwrap()));
    let left = read_by_others("all", &files).unwrap();
    assert!(left.lines().count() == 2 && left.contains("-2-uwv@loket 6 2026-10-24T"), "{left}");
}

#[test]
fn a_moved_item_moves_the_appointment_of_its_people_and_of_nobody_else() {
    let folder = tempfile::tempdir().unwrap();
    let texts = Texts::new(Language::Dutch);
    let code = OrganisationCode("UWV".into());
    // The UWV comes for items 5, 6 and 12 in the first slot, for 11 in the second; each item has its own people.
    let version = |number: u32, moved: &[usize]| {
        sample::fixed_as(&canaries::asked(), number, |agenda| {
            let there = agenda.entries.iter_mut().filter(|one| moved.iter().any(|at| one.item.id == sample::item_id(*at)));
            there.for_each(|one| one.item.facts.slot = 2);
        })
    };
    let versions = [version(1, &[]), version(2, &[6]), version(3, &[5, 6, 12]), version(4, &[])];
    let (mut files, mut earlier) = (vec![], vec![]);
    let mut kept = vec![];
    for source in &versions {
        let sent = to_send(source, &earlier, true, &code, &texts).unwrap();
        let batch = folder.path().join(source.edition.number.to_string());
        fs::create_dir(&batch).unwrap();
        files.extend(saved(&batch, &sent));
        let Some(text) = read_by_others("p6.0@uwv.example", &files) else { return };
        kept.push([
            text,
            read_by_others("p5.0@uwv.example", &files).unwrap(),
            read_by_others("p11.0@uwv.example", &files).unwrap(),
        ]);
        earlier.push(source.edition.clone());
    }
    // Slot and sequence of what stands in the calendars of the people of items 6, 5 and 11 after each version.
    let rows = |text: &String| {
        let row = |line: &str| {
            let mut words = line.split(' ');
            let uid = words.next().unwrap().trim_end_matches("-uwv@loket");
            format!("{}:{}", uid.rsplit('-').next().unwrap(), words.next().unwrap())
        };
        text.lines().map(row).collect::<Vec<_>>().join(" ")
    };
    let told: Vec<[String; 3]> = kept.iter().map(|three| three.each_ref().map(rows)).collect();
    assert_eq!(told[0], ["1:2", "1:2", "2:2"]);
    assert_eq!(told[1], ["2:4", "1:4", "2:4"], "item 6 moved: its people, and nobody else, are taken from the one to the other");
    assert_eq!(told[2], ["2:6", "2:6", "2:6"], "nothing of the body is left in the first");
    assert_eq!(told[3], ["1:8", "1:8", "2:8"], "and back, in the appointment that was there first");
    let spans: Vec<&str> = kept.iter().map(|three| three[2].split_once(' ').unwrap().1).collect();
    assert_ne!(spans[0], spans[1], "who was in the second slot already is told its other time");
    let cancels: Vec<&String> = files.iter().filter(|path| path.contains("cancel")).collect();
    assert!(!cancels.is_empty());
    for path in cancels {
        let text = fs::read_to_string(path).unwrap().replace("\r\n ", "");
        assert!(text.contains("De vergadering gaat door"), "nobody reads that the meeting is off: {text}");
    }
}

/// What stands in a calendar after it was sent these, that of one mailbox or `all`; nothing, said aloud: there is nobody to ask.
fn read_by_others(mailbox: &str, files: &[String]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("read.py");
    fs::write(&script, PYTHON).unwrap();
    let python = std::env::var("LOKET_PYTHON").unwrap_or_else(|_| "python3".into());
    let known = Command::new(&python).args(["-c", "import icalendar, vobject"]).output().is_ok_and(|one| one.status.success());
    if !known {
        println!("NOT CHECKED: {python} has no icalendar and vobject (pip install icalendar vobject)");
        return None;
    }
    let mut arguments = vec![script.to_str().unwrap(), mailbox];
    arguments.extend(files.iter().map(String::as_str));
    run(&python, &arguments)
}
