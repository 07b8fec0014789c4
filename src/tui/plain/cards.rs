//! The register as lines: hits with numbers, and the card of one.

use crate::{
    domain::{
        ids::OfficerId,
        officer::{Officer, Standing, freshness},
        text::{RawText, SafeText},
    },
    tui::{
        app::{
            Modal, Pane, State,
            command::{Command, Scope},
            lookup::{self, Lookup},
        },
        view::format,
    },
};

use super::{PAGE, line};

/// The next page of hits after so many; gives how many are told now.
pub fn hits(state: &State, people: &mut Vec<OfficerId>, from: usize, out: &mut String) -> usize {
    let Some(lookup) = searched(state) else { return from };
    let texts = &state.texts;
    let blank = lookup.query.text().trim().is_empty();
    if lookup.hits.is_empty() || (blank && from == 0 && lookup.proposes().is_none()) {
        let query = SafeText::line(lookup.query.text());
        line(
            out,
            &match &lookup.refused {
                Some(words) => words.clone(),
                None if !blank => {
                    format!("{} {}", texts.with("no-hits", &[("query", query.into())]), lookup::no_hits_advice(lookup, state))
                }
                None if !state.loaded => texts.get("register-loading"),
                None => texts.get("register-empty"),
            },
        );
        return from;
    }
    if let Some(words) = lookup::heading(lookup, state).filter(|_| from == 0) {
        if lookup.proposes().is_some() {
            line(out, &texts.get("register-empty"));
        }
        line(out, &words);
    }
    if from == 0 {
        line(out, &texts.with("hits", &[("count", lookup.total.into())]));
    }
    for found in lookup.hits.iter().skip(from).take(PAGE) {
        people.push(found.officer.id);
        let facts = &found.officer.facts;
        let mut parts: Vec<String> = vec![name(&found.officer)];
        parts.push(SafeText::line(&state.reference.organisation_name(&facts.organisation)).into_string());
        if !facts.name.is_blank() && !facts.title.is_blank() {
            parts.push(facts.title.line().into_string());
        }
        parts.push(format!("{} {}", texts.get("card-mandate").to_lowercase(), texts.get(&format!("mandate-{}", facts.mandate))));
        let phone = RawText::from(crate::tui::app::lookup::phone(&found.officer));
        if !phone.is_blank() {
            parts.push(phone.line().into_string());
        }
        let standing = facts.standing(state.today);
        if standing != Standing::Sound {
            parts.push(texts.get(&format!("standing-{standing}")));
        }
        if facts.is_away_on(state.today) {
            parts.extend(format::absence(facts, state.today, texts));
        }
        if found.typo {
            parts.push(texts.get("typo"));
        }
        if found.left {
            parts.push(texts.get("plain-left"));
        }
        line(out, &format!("{}. {}", people.len(), parts.join("; ")));
    }
    let told = lookup.hits.len().min(from + PAGE);
    if told == from {
        out.clear();
    } else if told < lookup.hits.len() {
        line(out, &texts.with("plain-rest", &[("rest", (lookup.hits.len() - told).into())]));
    }
    told
}

/// The card: how to reach, what the mandate covers and what not, and what can be done with it.
pub fn card(state: &State, out: &mut String) {
    let Some(officer) = searched(state).and_then(Lookup::current) else { return };
    let (texts, facts) = (&state.texts, &officer.facts);
    let organisation = SafeText::line(&state.reference.organisation_name(&facts.organisation)).into_string();
    line(out, &format!("{}, {organisation}", name(officer)));
    let mut fact = |key: &str, text: &str| {
        if !text.trim().is_empty() {
            line(out, &format!("{}: {text}", texts.get(key)));
        }
    };
    let raw = |text: &RawText| text.line().into_string();
    fact("card-age", &state.register_at().map(|at| texts.register_when(at)).unwrap_or_default());
    if !facts.name.is_blank() {
        fact("card-function", &raw(&facts.title));
    }
    fact("card-phone", &raw(&facts.phone));
    fact("card-mail", &raw(&facts.mail));
    fact("card-direct-phone", &raw(&facts.direct_phone));
    fact("card-direct-mail", &raw(&facts.direct_mail));
    let mandate = format::mandate(facts, state.today, texts);
    fact("card-mandate", &mandate);
    fact("card-not", &raw(&facts.mandate_excludes));
    let domains: Vec<String> = facts.domains.iter().map(raw).collect();
    fact("card-mandate-source", &raw(&facts.mandate_source));
    fact("card-domains", &domains.join(", "));
    let reach = format::reach(facts, state.server_now(), texts);
    let said = [raw(&facts.availability), reach.unwrap_or_default()];
    let said: Vec<&str> = said.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    fact("card-availability", &said.join("; "));
    fact("card-absence", &format::absence(facts, state.today, texts).unwrap_or_default());
    fact("card-deputy", &raw(&facts.deputy));
    fact("card-escalation", &raw(&facts.escalation));
    fact("card-next", &searched(state).and_then(|lookup| lookup::next_best(lookup, state)).unwrap_or_default());
    fact("card-calls", &format::calls(lookup::called_before(state, officer.id), state.today, texts));
    let fresh = texts.get(&format!("freshness-{}", freshness(facts.verified_on, state.today)));
    fact("card-verified", &format!("{fresh}, {}", format::verified(officer, texts)));
    format::reports(officer, texts).iter().for_each(|report| fact("card-reported", report));
    if let Some(day) = officer.ends_soon(state.today) {
        let days = format::days_in_words(day, state.today, texts);
        fact(
            "card-ends",
            &texts.with("card-ends-soon", &[("date", format::full_date(day, texts).into()), ("days", days.into())]),
        );
    }
    fact("card-provenance", &raw(&facts.provenance));
    let words: Vec<String> = Command::ALL
        .iter()
        .filter(|command| command.scope() == Scope::Card)
        .map(|command| {
            let key = state.keymap.shown(*command).map_or_else(String::new, |key| format!(" ({key})"));
            format!("{}{key}", texts.get(&command.word()))
        })
        .collect();
    line(out, &texts.with("plain-can", &[("words", words.join(", ").into())]));
}

fn searched(state: &State) -> Option<&Lookup> {
    match state.modals.last() {
        Some(Modal::Lookup(lookup)) => Some(lookup),
        None if state.pane == Pane::Register => Some(&state.register),
        _ => None,
    }
}

fn name(officer: &Officer) -> String {
    let facts = &officer.facts;
    if facts.name.is_blank() { facts.title.line().into_string() } else { facts.name.line().into_string() }
}
