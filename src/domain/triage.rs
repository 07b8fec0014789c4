//! Triage: what the desk asks of a signal, and how far it says so already. It prompts and warns; it never blocks.

use serde::Serialize;
use utoipa::ToSchema;

use super::{ids::OrganisationCode, role::coded_enum, signal::Facts};

coded_enum!(
    /// A question of triage (triagevraag).
    Prompt {
        /// Leefgebieden: two or more?
        LifeDomains = "life-domains",
        /// Is a national body in the stalemate?
        NationalBody = "national-body",
        /// Patstelling: in which sentence?
        Stalemate = "stalemate",
        /// What was tried locally, when, with whom?
        Tried = "tried",
        /// Does an event threaten, and when?
        Threat = "threat",
        /// Is there a running decision, and when was it made known?
        Decision = "decision",
        /// On which ground are data shared?
        Ground = "ground",
        /// What result is wanted?
        DesiredResult = "desired-result",
    }
);

coded_enum!(
    /// How far a question is answered.
    PromptState {
        /// Beantwoord.
        Answered = "answered",
        /// Deels: something is said, and part of it is lacking.
        Partly = "partly",
        /// Open.
        Open = "open",
    }
);

/// A question, with how far the signal answers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    /// The question.
    pub prompt: Prompt,
    /// How far it is answered.
    pub standing: PromptState,
}

/// Every question in the order in which they are asked. `is_national` tells which organisations are national bodies or ministries.
pub fn ask(facts: &Facts, is_national: impl Fn(&OrganisationCode) -> bool) -> Vec<Asked> {
    let standing = |whole: bool, some: bool| match (whole, some) {
        (true, _) => PromptState::Answered,
        (false, true) => PromptState::Partly,
        (false, false) => PromptState::Open,
    };
    let of = |prompt: Prompt| match prompt {
        Prompt::LifeDomains => standing(facts.life_domains.len() > 1, !facts.life_domains.is_empty()),
        Prompt::NationalBody => {
            standing(facts.bodies.iter().any(|body| is_national(&body.organisation)), !facts.bodies.is_empty())
        }
        Prompt::Stalemate => standing(!facts.stalemate.is_blank(), false),
        Prompt::Tried => {
            let whole = facts.tried.iter().any(|one| one.on.is_some() && !one.with.is_blank());
            standing(whole, !facts.tried.is_empty())
        }
        Prompt::Threat => standing(facts.threats.iter().any(|one| one.on.is_some()), !facts.threats.is_empty()),
        Prompt::Decision => {
            let undated = facts.decisions.iter().any(|one| one.announced_on.is_none());
            standing(!facts.decisions.is_empty() && !undated, !facts.decisions.is_empty())
        }
        Prompt::Ground => standing(facts.sharing_grounds.iter().any(|one| !one.basis.is_blank()), false),
        Prompt::DesiredResult => {
            standing(!facts.desired_by_household.is_blank() || !facts.desired_by_professional.is_blank(), false)
        }
    };
    Prompt::ALL.iter().map(|prompt| Asked { prompt: *prompt, standing: of(*prompt) }).collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::signal::{Attempt, Body, Decision, LifeDomain, SharingGround, Threat};

    fn standings(facts: &Facts) -> Vec<&'static str> {
        ask(facts, |code| code.as_str() == "SVB").into_iter().map(|asked| asked.standing.code()).collect()
    }

    #[test]
    fn nothing_said_leaves_every_question_open() {
        assert_eq!(standings(&Facts::default()), ["open"; 8]);
    }

    #[test]
    fn half_an_answer_is_told_from_a_whole_one() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23);
        let code = |code: &str| OrganisationCode(code.into());
        let decision = |announced_on| Decision {
            organisation: code("SVB"),
            reference: "".into(),
            kind: "".into(),
            amount_cents: None,
            announced_on,
            dated_on: day,
        };
        let half = Facts {
            life_domains: vec![LifeDomain::Debts],
            bodies: vec![Body { organisation: code("GM0344"), position: "".into() }],
            tried: vec![Attempt { what: "gebeld".into(), on: day, with: "".into() }],
            threats: vec![Threat { what: "ontruiming".into(), on: None }],
            decisions: vec![decision(day), decision(None)],
            ..Facts::default()
        };
        assert_eq!(standings(&half), ["partly", "partly", "open", "partly", "partly", "partly", "open", "open"]);
        let ground = SharingGround { basis: "Wmo 5.2.1".into(), purpose: "".into(), recipient: "".into(), until: None };
        let whole = Facts {
            life_domains: vec![LifeDomain::Debts, LifeDomain::Housing],
            bodies: vec![Body { organisation: code("SVB"), position: "".into() }],
            stalemate: "Ieder wacht op de ander.".into(),
            tried: vec![Attempt { what: "gebeld".into(), on: day, with: "P. de Boer".into() }],
            threats: vec![Threat { what: "ontruiming".into(), on: day }],
            decisions: vec![decision(day)],
            sharing_grounds: vec![ground],
            desired_by_professional: "Rust voor het gezin.".into(),
            ..Facts::default()
        };
        assert_eq!(standings(&whole), ["answered"; 8]);
    }
}
