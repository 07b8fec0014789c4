//! Two people wrote in the same fields: the window that asks which text counts, and what is said in the form.

use loket::{
    api::problem::Code,
    domain::signal::Signal,
    tui::app::{
        Modal,
        message::{Call, Effect, Msg},
    },
};
use serde_json::json;
use uuid::Uuid;

use super::scenes::Scene;
use crate::interface::{Bench, meetings::refused, now, rows, whole};

/// All of them.
pub fn all() -> Vec<Scene> {
    vec![
        ("conflict", |bench| clashing(bench)),
        ("conflict-chosen", |bench| clashing(bench).press("1 2")),
        ("conflict-whole", |bench| clashing(bench).press("Down v")),
        ("conflict-not-chosen", |bench| clashing(bench).press("Ctrl+S")),
        ("conflict-edited", |bench| clashing(bench).press("Down e")),
        ("conflict-dropped", |bench| clashing(bench).press("Tab Tab Enter")),
        ("conflict-in-the-form", |bench| {
            let bench = changed(bench);
            bench.answer_read(&of_bakker())
        }),
    ]
}

/// The first case in this version.
fn case(version: i64, title: &str, account: &str, name: &str) -> Signal {
    let mut signal = serde_json::to_value(whole(&rows()[0], None, version)).unwrap();
    (signal["facts"]["title"], signal["facts"]["account"]) = (json!(title), json!(account));
    signal["facts"]["reporter"]["name"] = json!(name);
    serde_json::from_value(signal).unwrap()
}

fn of_bakker() -> Signal {
    let account = "Het CAK is gebeld.\nDe brief van 12 november is ingetrokken; de gemeente wacht nog op de bevestiging.";
    let mut signal = case(8, "Ontruiming per 2 december", account, "B. Hoekema");
    let entry = json!({
        "id": Uuid::from_u128(5), "at": now(), "kind": "change", "by": Uuid::from_u128(77), "byName": "J. Bakker", "text": "title"
    });
    signal.timeline.insert(0, serde_json::from_value(entry).unwrap());
    signal
}

/// The form in which title and account were changed.
fn changed(bench: &mut Bench) -> &mut Bench {
    bench.arrive(&rows()).press("Enter").settle(&case(7, "Ontruiming", "CAK verwijst naar de gemeente.", "A. Hoekema"));
    bench.press("g w");
    for (name, text) in [("intake-title", "Ontruiming van gezin"), ("intake-account", "Gemeente belde terug: geen adres.")] {
        if let Some(Modal::Form(form)) = bench.state.modals.last_mut() {
            form.focus = form.slots.iter().position(|slot| slot.name == name).unwrap();
        }
        bench.press("Ctrl+U").type_in(text);
    }
    bench.effects.clear();
    bench
}

fn clashing(bench: &mut Bench) -> &mut Bench {
    let bench = changed(bench).press("Ctrl+S");
    let (request, ..) = bench.sent().remove(0);
    refused(bench, request, Code::StaleVersion);
    bench.answer_read(&of_bakker())
}

trait Reads {
    fn answer_read(&mut self, signal: &Signal) -> &mut Self;
}

impl Reads for Bench {
    /// Answers what is being read, or says it as the feed does.
    fn answer_read(&mut self, signal: &Signal) -> &mut Self {
        let asked = self.effects.iter().find_map(|effect| match effect {
            Effect::Send { request, call: Call::Read(_), .. } => Some(*request),
            _ => None,
        });
        let request = asked.or_else(|| {
            // A row with a newer version makes the preview read it.
            let mut newer = rows();
            newer[0].version = 8;
            self.tell(Msg::Replica(loket::client::replica::Replica::of_rows(&newer)));
            for effect in std::mem::take(&mut self.effects) {
                if let Effect::Wait(_, timer) = effect {
                    self.tell(Msg::Timer(timer));
                }
            }
            self.effects.iter().find_map(|effect| match effect {
                Effect::Send { request, call: Call::Read(_), .. } => Some(*request),
                _ => None,
            })
        });
        self.answer(request.expect("it is read"), signal.clone())
    }
}
