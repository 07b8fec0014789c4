//! A word of its own in every field of every item: a body's papers hold those of the items that are shared with it, and none
//! of another. The PDF is written from the same parts; what stands in it is read by `readers`.

use loket::{
    domain::{
        ids::OrganisationCode,
        meeting::{Answer, InvitationFacts},
    },
    export::agenda::{Paper, PaperFormat, Reader, Refused, Source, export, to_send},
    locale::{Language, Texts},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    FORMATS,
    sample::{self, Asked, BODIES, covered, invited, item_id},
    text,
};

pub const ITEMS: usize = 12;

/// A word that stands in no other text: of the item's number and the field.
pub fn canary(item: usize, field: &str) -> String {
    format!("kx{item}x{}z", field.to_lowercase())
}

pub fn asked() -> Asked<'static> {
    Asked { items: ITEMS, people: 2, text: &canary }
}

/// Items of which a canary stands in a text.
pub fn found(text: &str) -> Vec<usize> {
    let text = text.replace(['\\', '\r', '\n', ' '], "").to_lowercase();
    (1..=ITEMS).filter(|item| text.contains(&format!("kx{item}x"))).collect()
}

fn shared(code: &OrganisationCode) -> Vec<usize> {
    (1..=ITEMS).filter(|item| invited(*item).contains(code) && covered(*item).contains(code)).collect()
}

/// Every paper of a body.
pub fn papers() -> Vec<Paper> {
    let mut papers = vec![Paper::Agenda, Paper::Decisions, Paper::Pack];
    papers.extend((1..=ITEMS).map(|item| Paper::Item(item_id(item))));
    papers
}

fn sources() -> [Source; 2] {
    [sample::draft(&asked()), sample::fixed(&asked(), 2)]
}

#[test]
fn a_body_gets_no_word_of_an_item_without_a_ground() {
    let texts = Texts::new(Language::Dutch);
    for source in sources() {
        for code in BODIES.map(|code| OrganisationCode(code.into())) {
            let reader = Reader::Body(code.clone());
            let allowed = shared(&code);
            assert!(!allowed.is_empty() && allowed.len() < ITEMS, "the sample tells nothing");
            for (paper, format) in papers().iter().flat_map(|paper| FORMATS.map(|format| (*paper, format))) {
                if format == PaperFormat::Pdf {
                    continue;
                }
                match export(&source, &reader, paper, format, &texts) {
                    Ok(file) => {
                        let found = found(&String::from_utf8(file.bytes).unwrap());
                        let strange: Vec<_> = found.iter().filter(|item| !allowed.contains(item)).collect();
                        assert_eq!(strange, Vec::<&usize>::new(), "{code} {paper:?} {format}");
                        let wanted = match paper {
                            _ if format == PaperFormat::Calendar => vec![],
                            Paper::Item(id) => allowed.iter().copied().filter(|item| item_id(*item) == id).collect(),
                            _ => allowed.clone(),
                        };
                        assert_eq!(found, wanted, "{code} {paper:?} {format}: what is shared is there");
                    }
                    Err(refused) => {
                        let is_item = matches!(paper, Paper::Item(id) if !allowed.iter().any(|item| item_id(*item) == id));
                        assert!(is_item && matches!(refused, Refused::NoSuchItem | Refused::NoGround), "{paper:?} {refused:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn another_bodys_decisions_commitments_and_addresses_stay_away() {
    let source = sample::fixed(&asked(), 1);
    let reader = Reader::Body(OrganisationCode("UWV".into()));
    // Item 6 is of UWV and SVB and shared with UWV alone; 11 is of DUO and UWV and shared with both.
    for format in [PaperFormat::Markdown, PaperFormat::Html, PaperFormat::Text] {
        let all: String = papers()
            .into_iter()
            .filter_map(|paper| export(&source, &reader, paper, format, &Texts::new(Language::English)).ok())
            .map(|file| String::from_utf8(file.bytes).unwrap().replace('\n', ""))
            .collect();
        for word in ["decisionuwv", "promiseuwvz", "functionduo0", "papertitleuwv", "papertextuwv"] {
            assert!(all.contains(word), "{format}: {word}");
        }
        for word in [
            "papertitleduo",
            "papertextduo",
            "papertitlesvb",
            "papertextsvb",
            "papertextlet",
            "decisionduo",
            "decisionsvb",
            "promiseduoz",
            "promisesvb",
            ".example\" ",
            "duo.example",
            "evidence",
            "proposer",
        ] {
            assert!(!all.contains(word), "{format}: {word}");
        }
    }
}

#[test]
fn a_ground_that_was_taken_back_ends_what_is_shared() {
    let reader = Reader::Body(OrganisationCode("SVB".into()));
    let agenda = |source: &Source| text(source, &reader, Paper::Agenda, PaperFormat::Text);
    let mut source = sample::fixed(&asked(), 1);
    assert!(found(&agenda(&source)).contains(&1));
    // As it stands now; the fixed version still has it.
    source.entries[0].item.facts.grounds.clear();
    assert!(!found(&agenda(&source)).contains(&1) && agenda(&source).contains("geen grond"), "{}", agenda(&source));
    let mut late = sample::fixed(&asked(), 1);
    late.made_at = sample::moment("2027-01-02T10:00:00Z");
    assert_eq!(found(&agenda(&late)), Vec::<usize>::new(), "the grounds ended on 31 December");
    let mut gone = sample::fixed(&asked(), 1);
    gone.entries.remove(0);
    assert!(!found(&agenda(&gone)).contains(&1), "an item that was taken off");
}

#[test]
fn a_person_gets_the_items_that_it_is_invited_for() {
    let mut source = sample::fixed(&asked(), 1);
    let code = OrganisationCode("SVB".into());
    let facts = source.entries[0].invitations.iter().find(|one| one.facts.organisation == code).unwrap().facts.clone();
    let reader = Reader::Person(Box::new(facts.clone()));
    assert_eq!(found(&text(&source, &reader, Paper::Pack, PaperFormat::Text)), [1]);
    let mine = source.entries[0].invitations.iter_mut().find(|one| one.facts.mail == facts.mail).unwrap();
    mine.facts.answer = Answer::Declined;
    let refused = export(&source, &reader, Paper::Pack, PaperFormat::Text, &Texts::new(Language::Dutch));
    assert_eq!(refused.unwrap_err(), Refused::NothingForReader);
}

#[test]
fn the_secretariat_gets_everything_and_nobody_else_is_strange() {
    let source = sample::draft(&asked());
    for format in [PaperFormat::Markdown, PaperFormat::Html, PaperFormat::Text] {
        let pack = text(&source, &Reader::Secretariat, Paper::Pack, format);
        assert_eq!(found(&pack), (1..=ITEMS).collect::<Vec<_>>());
        for field in [
            "facts",
            "stalemate",
            "tried",
            "with",
            "escalated",
            "perspective",
            "asked",
            "option",
            "consequences",
            "papertextLET",
            "papertitleDUO",
        ] {
            assert!(pack.replace(['\\', '\n'], "").contains(&canary(5, field)), "{format} {field}");
        }
        assert!(pack.contains("CONCEPT"), "{format}");
        assert!(!pack.contains("paper-") && !pack.contains("arrangement-state"), "{format}: a text is missing");
    }
    let nobody = Reader::Body(OrganisationCode("COA".into()));
    for paper in papers() {
        let refused = export(&source, &nobody, paper, PaperFormat::Html, &Texts::new(Language::Dutch)).unwrap_err();
        assert_eq!(refused, Refused::NothingForReader);
    }
}

#[test]
fn an_invitation_names_its_own_body_alone() {
    let texts = Texts::new(Language::Dutch);
    let source = sample::fixed(&asked(), 3);
    for code in BODIES.map(|code| OrganisationCode(code.into())) {
        let sent = to_send(&source, &[], true, &code, &texts).unwrap();
        let back = to_send(&source, &[], false, &code, &texts).unwrap();
        assert!(sent.iter().all(|one| !one.is_cancelled) && back.iter().all(|one| one.is_cancelled));
        assert!(!sent.is_empty() && back.len() == sent.len());
        for one in sent.iter().chain(&back) {
            let file = String::from_utf8(one.file.bytes.clone()).unwrap().replace("\r\n ", "");
            let hosts: Vec<&str> = file.lines().filter(|line| line.starts_with("ATTENDEE")).collect();
            assert_eq!(hosts.len(), one.to.len());
            let own = format!("@{}.example", code.as_str().to_lowercase());
            assert!(hosts.iter().all(|line| line.ends_with(&own)), "{hosts:?}");
            let told = file.lines().filter(|line| !line.starts_with("ATTENDEE")).collect::<String>();
            assert_eq!(found(&told), Vec::<usize>::new(), "{told}");
        }
    }
    assert_eq!(to_send(&sample::draft(&asked()), &[], true, &OrganisationCode("UWV".into()), &texts), Err(Refused::Draft));
}

#[test]
fn one_person_typed_in_several_ways_is_one() {
    let typed = |name: &str, more: Value| -> InvitationFacts {
        let mut facts = json!({ "organisation": "SVB", "name": name, "function": "directeur", "capacity": "director" });
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        serde_json::from_value(facts).unwrap()
    };
    let one = typed("J. de Vríes", json!({ "mail": "a@svb.nl" }));
    for name in ["J de Vries", "j.de vries", " J.  de\u{a0}Vries ", "J. DE VRIES"] {
        assert!(one.is_one_person(&typed(name, json!({}))), "{name}");
    }
    assert!(!one.is_one_person(&typed("K. de Vries", json!({ "mail": "a@svb.nl" }))), "two who share a mailbox");
    assert!(!one.is_one_person(&typed("J. de Vries", json!({ "organisation": "UWV" }))), "of another body");
    let entry = |name: &str, id: u128| typed(name, json!({ "officer": Uuid::from_u128(id) }));
    assert!(entry("J. de Vries", 1).is_one_person(&entry("Jan de Vries", 1)), "the register knows");
    assert!(!entry("J. de Vries", 1).is_one_person(&entry("J. de Vries", 2)), "two of that name");
    assert!(entry("J. de Vries", 1).is_one_person(&one), "typed by hand as well");
    assert!(!typed("", json!({ "mail": "a@svb.nl" })).is_one_person(&typed("...", json!({ "mail": "b@svb.nl" }))));
    assert!(typed("", json!({ "mail": "a@svb.nl" })).is_one_person(&typed("", json!({ "mail": " A@SVB.nl" }))));
    // Both items come in the pack of the one, however the other was typed.
    let mut source = sample::fixed(&asked(), 1);
    let code = OrganisationCode("SVB".into());
    let first = source.entries[0].invitations.iter_mut().find(|one| one.facts.organisation == code).unwrap();
    let mut person = first.facts.clone();
    (first.facts.name, person.name) = ("J. de Vries".into(), "J de Vries".into());
    assert_eq!(found(&text(&source, &Reader::Person(Box::new(person)), Paper::Pack, PaperFormat::Text)), [1]);
}

#[test]
fn a_file_name_holds_nothing_that_was_typed() {
    let mut source = sample::fixed(&asked(), 2);
    source.entries[0].item.facts.title = "../../.ssh/authorized_keys".into();
    for paper in papers() {
        for format in FORMATS {
            let reader = json!({ "organisation": "../U W\u{202e}V/..", "name": "../x", "capacity": "director" });
            let reader = Reader::Person(Box::new(serde_json::from_value::<InvitationFacts>(reader).unwrap()));
            if let Ok(file) = export(&source, &Reader::Secretariat, paper, format, &Texts::new(Language::Dutch)) {
                let plain = file.name.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c));
                assert!(plain && file.name.starts_with("let-48-") && !file.name.contains(".."), "{}", file.name);
            }
            assert!(export(&source, &reader, paper, format, &Texts::new(Language::Dutch)).is_err());
        }
    }
}

#[test]
fn a_paper_goes_to_the_bodies_it_names_and_never_further_than_the_ground() {
    // Item 6 is of UWV and SVB and shared with UWV alone: its paper for the SVB stays.
    let mut source = sample::fixed(&asked(), 1);
    let pack =
        |source: &Source, body: &str, paper| text(source, &Reader::Body(OrganisationCode(body.into())), paper, PaperFormat::Text);
    assert!(!pack(&source, "SVB", Paper::Pack).contains("kx6x"));
    let own = pack(&source, "UWV", Paper::Item(item_id(6)));
    assert!(own.contains("kx6xpapertextuwvz") && own.contains("versie 1") && !own.contains("TE LAAT"), "{own}");
    let late = pack(&source, "UWV", Paper::Item(item_id(11)));
    assert!(late.contains("kx11xpapertextuwvz") || late.contains("kx11xpapertextduoz"), "{late}");
    // Of item 12 UWV is the first body; of item 11 the second, whose paper came after the last day.
    assert!(late.contains("TE LAAT: ontvangen vr 23-10-2026"), "{late}");
    let listed = pack(&source, "UWV", Paper::Decisions).replace('\n', " ");
    assert!(listed.contains("kx6xpapertitleuwvz (versie 1)"), "{listed}");
    // One that is for nobody is the secretariat's; what the version holds counts, not what stands there now.
    source.edition.content.items[5].papers[0].facts.bodies.clear();
    assert!(!pack(&source, "UWV", Paper::Pack).contains("kx6xpapertext"));
    assert!(text(&source, &Reader::Secretariat, Paper::Pack, PaperFormat::Text).contains("kx6xpapertextuwvz"));
}
