//! An agenda, an item and candidates on a page.

use crate::{
    api::meeting::{AgendaDetail, AgendaEntry, AgendaItemDetail, Candidate},
    cli::{
        call::{Call, Stop},
        meeting::clock,
        table,
    },
    domain::{
        ids::OrganisationCode,
        meeting::{Answer, Invitation, Missing},
        organisation,
        text::{RawText, SafeText},
        zone,
    },
    locale::Texts,
};

/// Prints an agenda: its items with times, what does not fit, what is missing, and who cannot be there.
pub(super) fn agenda(call: &mut Call, found: &AgendaDetail) -> Result<(), Stop> {
    let texts = &call.texts;
    let state = texts.get(&format!("meeting-state-{}", found.meeting.state));
    let day = found.meeting.facts.day().map(|day| texts.day(day)).unwrap_or_default();
    let mut lines =
        vec![SafeText::line(&format!("{}  {state}  {day}  {}", found.meeting.number, found.meeting.facts.place.line()))];
    let header = ["place", "start", "minutes", "number", "title", "ready"];
    let header = header.map(|name| texts.get(&format!("cli-agenda-column-{name}")));
    let rows: Vec<Vec<SafeText>> = found.items.iter().map(|entry| row(entry, texts)).collect();
    lines.extend(table::lines(&header, &rows, call.edge.width));
    for slot in &found.slots {
        let values = [
            ("slot", i64::from(slot.slot).into()),
            ("minutes", slot.minutes.into()),
            ("available", slot.available.into()),
            ("over", slot.over.into()),
        ];
        let key = if slot.over > 0 { "cli-agenda-slot-over" } else { "cli-agenda-slot" };
        lines.push(SafeText::line(&texts.with(key, &values)));
    }
    for entry in &found.items {
        lines.extend(
            missing(&entry.missing, texts).into_iter().map(|said| SafeText::line(&format!("{}: {said}", entry.times.number))),
        );
    }
    for clash in &found.clashes {
        let number = found.items.iter().find(|entry| entry.item.id == clash.item).map_or(0, |entry| entry.times.number);
        let values = [
            ("body", organisation::shown(clash.organisation.as_str()).into()),
            ("name", clash.name.line().into_string().into()),
            ("other", clash.other_meeting.map(|number| number.to_string()).unwrap_or_default().into()),
            ("time", clock(clash.other_starts_at).into()),
        ];
        lines.push(SafeText::line(&format!("{number}: {}", texts.with(&format!("clash-{}", clash.kind), &values))));
    }
    if !found.open_commitments.is_empty() {
        let count = [("count", found.open_commitments.len().into())];
        lines.push(SafeText::line(&texts.with("cli-agenda-open-commitments", &count)));
    }
    lines.iter().try_for_each(|line| call.print(line))
}

fn row(entry: &AgendaEntry, texts: &Texts) -> Vec<SafeText> {
    let item = &entry.item;
    let ready = texts.get(if entry.missing.is_empty() { "cli-agenda-is-ready" } else { "cli-agenda-is-unready" });
    vec![
        SafeText::line(&entry.times.number.to_string()),
        SafeText::line(&format!("{}{}", clock(entry.times.starts_at), if entry.times.over { "!" } else { "" })),
        SafeText::line(&item.facts.minutes.to_string()),
        SafeText::line(&item.signal_number.map(|number| number.short()).unwrap_or_default()),
        item.facts.title.line(),
        SafeText::line(&ready),
    ]
}

/// What is missing, each in words.
pub(super) fn missing(all: &[Missing], texts: &Texts) -> Vec<String> {
    let said = |one: &Missing| {
        let body = one.organisation.as_ref().map(|code| organisation::shown(code.as_str())).unwrap_or_default();
        texts.with(&format!("fault-{}", one.kind.fault()), &[("value", body.into())])
    };
    all.iter().map(said).collect()
}

/// Prints an item.
pub(super) fn item(call: &mut Call, found: &AgendaItemDetail, json: bool) -> Result<(), Stop> {
    if json {
        return call.print_json(found);
    }
    let text = lines(found, &call.texts).join("\n");
    call.print_block(&text)
}

fn lines(found: &AgendaItemDetail, texts: &Texts) -> Vec<String> {
    let (item, facts) = (&found.item, &found.item.facts);
    let mut lines = vec![];
    let mut field = |name: &str, value: String| {
        if !value.trim().is_empty() {
            let name = texts.get(&format!("cli-agenda-column-{name}"));
            lines.push(format!("{name:20} {}", SafeText::line(value.trim())));
        }
    };
    let said = |text: &RawText| text.line().into_string();
    let nowhere = if item.dropped { "cli-agenda-no-candidate-now" } else { "cli-agenda-candidate" };
    field("meeting", found.meeting_number.map_or_else(|| texts.get(nowhere), |number| number.to_string()));
    field("number", item.signal_number.map(|number| number.to_string()).unwrap_or_default());
    field("title", said(&facts.title));
    field("id", item.id.to_string());
    field("minutes", facts.minutes.to_string());
    field("slot", facts.slot.to_string());
    field("presenter", said(&facts.presenter));
    field("stalemate", said(&facts.stalemate));
    field("facts", said(&facts.facts));
    for tried in &facts.tried {
        let on = tried.on.map(|day| texts.day(day)).unwrap_or_default();
        field("tried", format!("{} {on} {}", tried.what.line(), tried.with.line()));
    }
    field("escalated", said(&facts.escalated));
    for body in &facts.bodies {
        field(
            "body",
            format!("{} {} {}", organisation::shown(body.organisation.as_str()), body.position.line(), body.legal_room.line()),
        );
    }
    field("perspective", said(&facts.perspective));
    field("decision-asked", said(&facts.decision_asked));
    for option in &facts.options {
        field("option", format!("{} {}", option.text.line(), option.consequences.line()));
    }
    for ground in &facts.grounds {
        let until = ground.until.map(|day| texts.day(day)).unwrap_or_default();
        field("ground", format!("{} {} {until}", ground.basis.line(), bodies(&ground.bodies)));
    }
    for invitation in found.invitations.iter().filter(|one| !one.withdrawn) {
        field("invitation", invited(invitation, texts));
    }
    for decision in found.decisions.iter().filter(|one| !one.withdrawn) {
        field("decision", format!("{} ({})", decision.facts.text.line(), bodies(&decision.facts.bodies)));
    }
    for paper in found.papers.iter().filter(|one| !one.withdrawn) {
        let on = paper.facts.on.map(|on| format!(" {}", texts.day(on))).unwrap_or_default();
        let number = texts.with("paper-paper-version", &[("version", paper.version.into())]);
        field("paper", format!("{}{on} ({number}; {}) {}", paper.facts.title.line(), bodies(&paper.facts.bodies), paper.id));
    }
    missing(&found.missing, texts).into_iter().for_each(|said| field("missing", said));
    lines
}

fn bodies(codes: &[OrganisationCode]) -> String {
    codes.iter().map(|code| organisation::shown(code.as_str())).collect::<Vec<_>>().join(", ")
}

fn invited(invitation: &Invitation, texts: &Texts) -> String {
    let facts = &invitation.facts;
    let answer = match facts.answer {
        Answer::Open => "answer-open",
        Answer::Accepted => "answer-accepted",
        Answer::Declined => "answer-declined",
    };
    let (function, name) = (facts.function.line(), facts.name.line());
    let body = organisation::shown(facts.organisation.as_str());
    let who = [body.as_str(), function.as_str(), name.as_str()];
    let who: Vec<&str> = who.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{} ({}, {})", who.join(" "), texts.get(&format!("capacity-{}", facts.capacity)), texts.get(answer))
}

/// Prints the candidates.
pub(super) fn candidates(call: &mut Call, found: &[Candidate]) -> Result<(), Stop> {
    let texts = &call.texts;
    let header = ["number", "title", "urgency", "hard-date", "proposed-by", "ready"];
    let header = header.map(|name| texts.get(&format!("cli-agenda-column-{name}")));
    let row = |one: &Candidate| {
        let urgency = one.urgency.map(|urgency| texts.get(&format!("urgency-{urgency}"))).unwrap_or_default();
        let proposed = format!("{} {}", texts.day(zone::date_of(one.item.proposed_at)), one.item.proposed_by_name.line());
        vec![
            SafeText::line(&one.item.signal_number.map(|number| number.to_string()).unwrap_or_default()),
            one.item.title.line(),
            SafeText::line(&urgency),
            SafeText::line(&one.hard_date.as_ref().map(|date| texts.day(date.on)).unwrap_or_default()),
            SafeText::line(&proposed),
            SafeText::line(&texts.get(if one.item.missing.is_empty() { "cli-agenda-is-ready" } else { "cli-agenda-is-unready" })),
        ]
    };
    let rows: Vec<Vec<SafeText>> = found.iter().map(row).collect();
    let lines = table::lines(&header, &rows, call.edge.width);
    lines.iter().try_for_each(|line| call.print(line))
}
