//! What stands around text that is being written: templates, drafts, links, the keys of a field.

use chrono::TimeDelta;
use loket::tui::app::message::{DraftOffer, Edited, EditorFault, Msg, Stands};

use super::scenes::{Scene, following, opened, queue};
use crate::interface::{Bench, id, now};

/// All of them.
pub fn all() -> Vec<Scene> {
    vec![
        ("templates", |bench| opened(bench).press("n").type_in("::")),
        ("templates-found", |bench| opened(bench).press("n").type_in("::ontv")),
        ("template-inserted", |bench| queue(bench).press("n").type_in("::ontv").press("Enter")),
        ("note-keys", |bench| following(queue(bench).press("n Ctrl+X"))),
        ("note-editor-missing", |bench| {
            let fault = Some(EditorFault::Missing("vimm".into()));
            let slot = note_slot(queue(bench));
            let edited = Edited { slot, field: "note".into(), text: None, converted_from: None, fault };
            bench.press("n").type_in("Gebeld").tell(Msg::Edited(edited))
        }),
        ("drafts-wait", |bench| {
            queue(bench).tell(Msg::Drafts { offers: offers(), unreadable: Default::default(), asked: false })
        }),
        ("drafts", |bench| queue(bench).tell(Msg::Drafts { offers: offers(), unreadable: Default::default(), asked: true })),
        ("draft-restored", |bench| {
            let DraftOffer { text, saved_at, .. } = offers().remove(0);
            let slot = note_slot(queue(bench));
            bench.press("n").tell(Msg::Draft { slot, text: Some(text), saved_at })
        }),
        ("links", |bench| opened(bench).press("o")),
        ("intake-doubt", |bench| queue(bench).press("+ Tab Tab Tab Tab Tab Tab").type_in("Ontruiming mevrouw Jansen")),
    ]
}

fn note_slot(bench: &Bench) -> String {
    format!("note-{}", bench.state.signals.current.expect("a row"))
}

fn offers() -> Vec<DraftOffer> {
    let offer = |name: &str, slot: String, text: &str, hours| DraftOffer {
        id: name.into(),
        slot,
        text: text.into(),
        saved_at: now() - TimeDelta::hours(hours),
        nobodys: false,
        stands: Stands::Draft,
    };
    vec![
        offer("aa-1", format!("note-{}", id(471)), r#"{"note":"Moeder belde\nover de zorg"}"#, 1),
        offer("bb-2", "intake".into(), r#"{"intake-title":"Ontruiming, SVB","intake-urgency":"high"}"#, 26),
    ]
}
