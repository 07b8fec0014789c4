//! Papers and lessons of an item as lines: everything that pane 2 does with them is reached by typing, and told.

use loket::{
    locale::Language,
    tui::{
        app::{
            Start, State,
            agenda::{AgendaAnswer, AgendaCall},
            message::{Answer, Call, Effect, Msg},
        },
        plain::{Conversation, SIZE},
    },
};
use serde_json::json;

use crate::interface::{
    self, Bench, item_papers,
    meetings::{agenda, arrived, meetings},
    now,
    paper_versions::{detail, versions},
};

/// Somebody at LET-48, whose second item has a paper of three versions and a lesson.
struct Reader {
    bench: Bench,
    conversation: Conversation,
    sent: Vec<AgendaCall>,
}

impl Reader {
    fn new() -> Self {
        let start = Start { plain: true, ..interface::start(SIZE, Language::Dutch) };
        let mut bench = Bench { state: State::new(start), effects: vec![] };
        arrived(&mut bench, &meetings());
        let mut reader = Self { bench, conversation: Conversation::default(), sent: vec![] };
        reader.settle();
        reader.said();
        reader
    }

    fn said(&mut self) -> String {
        let news = self.conversation.news(&self.bench.state);
        format!("{news}{}{}", self.conversation.show(&self.bench.state), self.conversation.prompt(&self.bench.state))
    }

    /// A line; what is said after it.
    fn line(&mut self, typed: &str) -> String {
        let reply = self.conversation.line(&self.bench.state, typed);
        for message in reply.tell {
            self.bench.tell(message);
            self.settle();
        }
        format!("{}{}", reply.say, self.said())
    }

    /// Several; what is said after the last.
    fn lines(&mut self, typed: &[&str]) -> String {
        typed.iter().map(|line| self.line(line)).last().unwrap_or_default()
    }

    /// Answers what is read; what is written is kept, and not answered.
    fn settle(&mut self) {
        while !self.bench.effects.is_empty() {
            for effect in std::mem::take(&mut self.bench.effects) {
                match effect {
                    Effect::Wait(_, timer) => drop(self.bench.tell(Msg::Timer(timer))),
                    Effect::LoadDraft(slot) => drop(self.bench.tell(Msg::Draft { slot, text: None, saved_at: now() })),
                    Effect::Send { request, call: Call::Agenda(call), .. } => match answer(&call) {
                        Some(answer) => {
                            let reply = Ok(Answer::Agenda(Box::new(answer)));
                            self.bench.tell(Msg::Reply { request, reply });
                        }
                        None => self.sent.push(*call),
                    },
                    _ => {}
                }
            }
        }
    }
}

fn answer(call: &AgendaCall) -> Option<AgendaAnswer> {
    Some(match call {
        AgendaCall::ReadAgenda(_) => {
            let mut found = agenda(&meetings(), &json!({}));
            found.items[1].papers = vec![serde_json::from_value(versions()[2].clone()).unwrap()];
            AgendaAnswer::Agenda(found)
        }
        AgendaCall::ReadPaper(_, version) => AgendaAnswer::PaperVersion(detail(usize::try_from(*version).unwrap())),
        AgendaCall::ReadLessons(_) => AgendaAnswer::Lessons(vec![item_papers::lesson(2, "Wie wacht, verliest.")], true),
        _ => return None,
    })
}

#[test]
fn a_paper_is_read_in_every_version_with_what_differs() {
    let mut reader = Reader::new();
    let whole = reader.line("2");
    assert!(whole.contains("Brief van de gemeente") && whole.contains("Wie wacht, verliest."), "{whole}");
    let menu = reader.lines(&["stukken bij het punt", "2"]);
    assert!(menu.contains("Lezen") && menu.contains("Wijzigen") && menu.contains("Intrekken"), "{menu}");
    let text = reader.line("l");
    assert!(text.contains("Stuk: Brief van de gemeente") && text.contains("versie 3 van 3") && text.contains("slot"), "{text}");
    assert!(text.ends_with("stuk> "), "{text}");
    let earlier = reader.lines(&["stukken bij het punt", "e"]);
    assert!(earlier.contains("versie 2 van 3") && earlier.contains("Er is een nieuwere versie: 3"), "{earlier}");
    let differs = reader.lines(&["stukken bij het punt", "v"]);
    assert!(differs.contains("Wat anders is dan in versie 1") && differs.contains("+ erbij, zwart"), "{differs}");
    assert!(differs.contains("- eraf, ␛[31mrood") && !differs.contains(['\u{1b}', '\u{202e}']), "{differs}");
    let any = reader.lines(&["stukken bij het punt", "m", "1"]);
    assert!(any.contains("Wat anders is dan in versie 3"), "{any}");
    let back = reader.line("terug");
    assert!(back.contains("Kind zonder zorgverzekering") && back.ends_with("S-503> "), "{back}");
    // The same paper is told anew, not passed over.
    let again = reader.lines(&["stukken bij het punt", "2", "l"]);
    assert!(again.contains("versie 3 van 3") && again.contains("slot"), "{again}");
}

#[test]
fn a_paper_is_put_changed_and_taken_back() {
    let mut reader = Reader::new();
    reader.line("2");
    reader.lines(&["stukken bij het punt", "n", "Besluit", "20-11-2026", "https://stukken.nl/1", "CAK"]);
    let asked = reader.line("/opslaan");
    assert!(
        matches!(&reader.sent[..], [AgendaCall::PutPaper(_, new)] if new.facts.title.raw() == "Besluit"),
        "{asked}\n{:?}",
        reader.sent
    );
    let mut reader = Reader::new();
    let asked = reader.lines(&["2", "stukken bij het punt", "2", "w", "Brief van Breda", "/opslaan"]);
    let changed = |patch: &loket::api::item_paper::ItemPaperPatch| patch.title.is_some() && patch.text.is_none();
    assert!(matches!(&reader.sent[..], [AgendaCall::ChangePaper(_, 3, patch)] if changed(patch)), "{asked}\n{:?}", reader.sent);
    let mut reader = Reader::new();
    let asked = reader.lines(&["2", "stukken bij het punt", "2", "i"]);
    let withdrawn = |patch: &loket::api::item_paper::ItemPaperPatch| patch.withdrawn == Some(true);
    assert!(matches!(&reader.sent[..], [AgendaCall::ChangePaper(_, 3, patch)] if withdrawn(patch)), "{asked}\n{:?}", reader.sent);
}

#[test]
fn a_lesson_is_noted_and_changed() {
    let mut reader = Reader::new();
    let menu = reader.lines(&["2", "leerpunt vastleggen"]);
    assert!(menu.contains("Nieuw leerpunt") && menu.contains("Wie wacht, verliest."), "{menu}");
    let asked = reader.lines(&["n", "beleid", "Wmo", "2.1.1", "CAK", "Twee loketten, twee antwoorden.", ".", "", "", ""]);
    assert!(
        matches!(&reader.sent[..], [AgendaCall::NoteLesson(new)] if new.facts.law.raw() == "Wmo"),
        "{asked}\n{:?}",
        reader.sent
    );
    let mut reader = Reader::new();
    let asked = reader.lines(&["2", "leerpunt vastleggen", "2", "", "Wmo", "/opslaan"]);
    let changed = |patch: &loket::api::lesson::LessonPatch| patch.law.is_some() && patch.pattern.is_none();
    assert!(matches!(&reader.sent[..], [AgendaCall::ChangeLesson(_, 1, patch)] if changed(patch)), "{asked}\n{:?}", reader.sent);
}

#[test]
fn a_case_of_a_colleague_goes_onto_an_agenda_only_after_a_question() {
    let mut reader = Reader::new();
    let mut row = interface::rows()[1].clone();
    let account = loket::domain::ids::AccountId(uuid::Uuid::from_u128(9));
    let lease_until = now() + chrono::TimeDelta::minutes(15);
    (row.version, row.owner) = (2, Some(loket::domain::signal::Owner { account, name: "J. Bakker".into(), lease_until }));
    let mut replica = interface::meetings::with_meetings(&meetings());
    replica.apply_line(json!({ "kind": "signal", "row": row }).to_string().as_bytes()).unwrap();
    reader.bench.tell(Msg::Replica(replica));
    reader.settle();
    reader.lines(&["signalen", "lijst"]);
    reader.line("2");
    let said = reader.line("let");
    assert!(said.contains("Deze zaak is van J. Bakker. Toch op de agenda zetten?"), "{said}");
    let said = reader.line("1");
    assert!(reader.sent.is_empty() && reader.bench.state.modals.is_empty(), "{said}");
}
