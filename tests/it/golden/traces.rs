//! Scenes of the pane of the privacy officer.

use loket::{
    api::audit::AuditReview,
    tui::app::{
        message::{Link, Msg},
        traces::TracesAnswer,
    },
};

use super::scenes::Scene;
use crate::interface::{
    now,
    traces::{answered, begun, came, refused, review, rows, with_emergencies},
};

/// All of them.
pub fn all() -> Vec<Scene> {
    vec![
        ("traces-loading", |bench| begun(bench)),
        ("traces-unusual", |bench| came(bench)),
        ("traces-nothing-unusual", |bench| answered(begun(bench), TracesAnswer::Review(Box::new(quiet())))),
        ("traces-sample", |bench| answered(came(bench).press("]"), TracesAnswer::Review(Box::new(review()))).press("Down")),
        ("traces-log", |bench| answered(came(bench).press("="), TracesAnswer::Rows(rows(), true))),
        ("traces-who-saw", |bench| {
            answered(came(bench).press("="), TracesAnswer::Rows(rows(), true)).press(",");
            answered(bench, TracesAnswer::Rows(rows(), false)).press("Down Down")
        }),
        ("traces-none", |bench| answered(came(bench).press("="), TracesAnswer::Rows(vec![], false))),
        ("traces-finding", |bench| came(bench).press("/").type_in("471")),
        ("traces-no-emergencies", |bench| answered(came(bench).press("["), TracesAnswer::Emergencies(vec![]))),
        ("traces-emergencies", |bench| with_emergencies(bench)),
        ("traces-judging", |bench| with_emergencies(bench).press("Down Enter").type_in("nZij")),
        ("traces-refused", |bench| refused(bench)),
        ("traces-server-away", |bench| {
            came(bench).tell(Msg::Link(Link::Lost {
                since: now(),
                words: "De server antwoordt niet.".into(),
                advice: "Controleer uw netwerk.".into(),
                refused: false,
            }))
        }),
    ]
}

fn quiet() -> AuditReview {
    AuditReview { patterns: vec![], sample: vec![], ..review() }
}
