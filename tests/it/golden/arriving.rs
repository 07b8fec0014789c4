//! Scenes of setting up, and of rows: news that is held back, a range, what came of an action on many.

use loket::{
    api::problem::{Code, Problem},
    domain::signal::{SignalSummary, Urgency},
    tui::app::{
        message::{Msg, Refusal},
        setup::Known,
        signing_in::{self, Before, Told},
    },
};

use super::scenes::Scene;
use crate::interface::{Bench, complete, now, row, rows, whole};

/// All of them.
pub fn all() -> Vec<Scene> {
    vec![
        ("setup-language", |bench| setting_up(bench, "")),
        ("setup-server", |bench| setting_up(bench, "Tab")),
        ("setup-sign-in", |bench| setting_up(bench, "Tab Tab")),
        ("setup-keymap", |bench| setting_up(bench, "Tab Tab Tab Down")),
        ("setup-copying", |bench| setting_up(bench, "Tab Tab Tab Tab")),
        ("setup-keys", |bench| setting_up(bench, "Tab Tab Tab Tab Tab")),
        ("setup-keys-pressed", |bench| setting_up(bench, "Tab Tab Tab Tab Tab Esc")),
        ("setup-end", |bench| setting_up(bench, "Tab Tab Tab Tab Tab Tab")),
        ("sign-in-asking", |bench| signing_in(bench, Before::Nothing)),
        ("sign-in-code", |bench| signing_in(bench, Before::Nothing).tell(told(code()))),
        ("sign-in-again", |bench| signing_in(bench, Before::Ended).tell(told(code()))),
        ("sign-in-failed", |bench| {
            let (words, advice) = (bench.state.texts.get("sign-in-expired"), bench.state.texts.get("sign-in-expired-advice"));
            signing_in(bench, Before::Nothing).tell(told(Told::Failed { words, advice }))
        }),
        ("signals-news-is-held", |bench| {
            let mut more = rows();
            more.push(row(601, "Afsluiting van water dreigt", Urgency::Crisis, Some(1)));
            more.push(row(602, "Toeslag staat stil", Urgency::Low, Some(2)));
            listed(bench).press("Down").tell(Msg::Replica(complete(&more)))
        }),
        ("signals-range", |bench| listed(bench).press("Down v Down Down")),
        ("signals-marked-outside", |bench| listed(bench).press("* /").type_in("kind").press("Enter")),
        ("signals-many-asked", |bench| {
            let many: Vec<SignalSummary> = (1..=120).map(|number| row(number, "Verrekening", Urgency::Normal, None)).collect();
            bench.arrive(&many).tell(Msg::Replica(complete(&many))).press("* c")
        }),
        ("signals-some-failed", |bench| {
            let sent = listed(bench).press("Space Space Space P l").sent();
            let failed = |code, words: &str| Refusal {
                code: Some(code),
                words: words.into(),
                advice: String::new(),
                problem: Some(Box::new(Problem::new(code))),
            };
            bench
                .answer(sent[0].0, whole(&rows()[0], None, 2))
                .tell(Msg::Reply { request: sent[1].0, reply: Err(failed(Code::StaleVersion, "J. Bakker was u voor.")) })
                .tell(Msg::Reply { request: sent[2].0, reply: Err(failed(Code::NotAllowed, "Uw rol mag dit niet.")) })
        }),
    ]
}

/// What came of the first attempt to sign in.
pub fn told(told: Told) -> Msg {
    Msg::SignIn { attempt: 1, told: Box::new(told) }
}

/// A code that waits for approval.
pub fn code() -> Told {
    Told::Code(signing_in::Code {
        code: "KXTR-7719".into(),
        address: "https://id.voorbeeld.nl/apparaat".into(),
        whole: Some("https://id.voorbeeld.nl/apparaat?user_code=KXTR-7719".into()),
        since: now(),
        until: now() + chrono::TimeDelta::minutes(10),
        machine: "wp-0831".into(),
    })
}

fn signing_in(bench: &mut Bench, before: Before) -> &mut Bench {
    bench.state.sign_in(before, true);
    bench
}

/// The list when everything has come.
fn listed(bench: &mut Bench) -> &mut Bench {
    bench.arrive(&rows()).tell(Msg::Replica(complete(&rows())))
}

fn setting_up<'a>(bench: &'a mut Bench, keys: &str) -> &'a mut Bench {
    bench.state.known =
        Known { first: true, answered: false, file: "~/.config/loket/config.toml".into(), server: None, token: None };
    bench.state.set_up();
    if keys.is_empty() { bench } else { bench.press(keys) }
}
