//! `loket signal show`: one signal with its timeline. The server logs that it was read.

use chrono::{Datelike, NaiveDate};
use clap::Args;

use crate::{
    api::problem::exit,
    cli::call::{Call, Done, wait},
    domain::{
        Date,
        clock_time::ClockTime,
        municipality::Gazetteer,
        organisation,
        signal::{Entry, EntryKind, HardDate, ShieldedField, Signal},
        text::{RawText, SafeText},
        zone,
    },
    locale::Texts,
};

use super::{number::Number, parts};

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    #[command(flatten)]
    number: Number,
    #[arg(long)]
    reveal: bool,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = call.session()?;
    let number = arguments.number.read(call)?;
    let mut signal = wait(session.signal(&number.to_string()))??;
    if arguments.reveal {
        let key = call.key();
        signal.unshield(&wait(session.reveal(key, &number.to_string()))??);
    }
    if arguments.json && signal.shielded.is_empty() {
        call.print_json(&signal)?;
    } else if arguments.json {
        call.print_json(&signal.without_shielded().unwrap_or_default())?;
    } else {
        let page = page(&signal, call.today(), &call.texts);
        call.print_block(&page)?;
    }
    Ok(exit::DONE)
}

/// Weekday and date, and how many days are left.
pub(in crate::cli) fn hard_date(date: &HardDate, today: NaiveDate, texts: &Texts) -> SafeText {
    let days = texts.with("days-left", &[("days", (date.on - today).num_days().into())]);
    let weekday = texts.get(&format!("weekday-{}", date.on.weekday().number_from_monday()));
    let mark = if date.uncertain { " ?" } else { "" };
    SafeText::line(&format!("{weekday} {} ({days}){mark}", date.on))
}

fn page(signal: &Signal, today: NaiveDate, texts: &Texts) -> String {
    let facts = &signal.facts;
    let mut page = Page { texts, out: String::new() };
    page.out = format!("{}  {}\n", signal.number, facts.title.line());
    page.field("status", &texts.get(&format!("status-{}", signal.status)));
    page.field("merged-into", &signal.merged_into.map(|number| number.to_string()).unwrap_or_default());
    page.field("urgency", &facts.urgency.map(|urgency| texts.get(&format!("urgency-{urgency}"))).unwrap_or_default());
    let (hour, minute) = zone::hour_minute(signal.received_at);
    page.field("received", &format!("{} {hour:02}:{minute:02}", zone::date_of(signal.received_at)));
    page.field("channel", &texts.get(&format!("channel-{}", signal.channel)));
    page.field("owner", &signal.owner.as_ref().map(|owner| owner.name.line().into_string()).unwrap_or_default());
    let gazetteer = Gazetteer::embedded();
    let municipality = facts.municipality.map(|code| (code, gazetteer.get(code)));
    page.field(
        "municipality",
        &municipality
            .map(|(code, found)| found.map_or_else(|| code.to_string(), |found| format!("{} ({code})", found.name)))
            .unwrap_or_default(),
    );
    page.field(
        "bodies",
        &facts.bodies.iter().map(|body| organisation::shown(body.organisation.as_str())).collect::<Vec<_>>().join(", "),
    );
    page.field("life-domains", &facts.life_domains.iter().map(|domain| domain.code()).collect::<Vec<_>>().join(", "));
    page.field(
        "hard-date",
        &signal
            .hard_date
            .as_ref()
            .map(|date| format!("{} {}", hard_date(date, today, texts), date.label.line()))
            .unwrap_or_default(),
    );
    let reporter = &facts.reporter;
    let reporter = [&reporter.name, &reporter.function, &reporter.organisation, &reporter.phone, &reporter.mail];
    page.field(
        "reporter",
        &reporter.iter().filter(|text| !text.is_blank()).map(|text| text.line().into_string()).collect::<Vec<_>>().join(", "),
    );
    page.field("household", facts.household.as_deref().unwrap_or_default());
    page.field("source", signal.source.as_ref().map(|source| source.reference.raw()).unwrap_or_default());
    page.field("shielded", &shielded(texts, &signal.shielded));
    for threat in &facts.threats {
        page.field("threat", &format!("{} {}", threat.what.line(), threat.on.map(|on| on.to_string()).unwrap_or_default()));
    }
    for decision in &facts.decisions {
        let sent = decision.announced_on.map(|on| on.to_string()).unwrap_or_default();
        page.field(
            "decision",
            &format!("{} {} {sent}", organisation::shown(decision.organisation.as_str()), decision.reference.line()),
        );
    }
    for call in &signal.call_backs {
        page.field("call-back", &format!("{} {}", day_and_time(call.on, call.at), call.with.line()));
    }
    for flag in &signal.flags {
        page.field("flag", &texts.get(&format!("flag-{}", flag.code())));
    }
    for attachment in &facts.attachments {
        page.field(
            "attachment",
            &format!("{} ({}, {} bytes)", attachment.name.line(), attachment.media_type.line(), attachment.size),
        );
    }
    page.text(&facts.account);
    for (head, lines) in parts::of(signal, texts) {
        page.part(&head, &lines);
    }
    for entry in &signal.timeline {
        page.entry(entry, entry.is_corrected(&signal.timeline));
    }
    page.out
}

/// What there is that is not shown, and how it is; nothing: there is none.
pub(in crate::cli) fn shielded(texts: &Texts, fields: &[ShieldedField]) -> String {
    let named: Vec<String> = fields.iter().map(|field| texts.shielded(*field)).collect();
    if named.is_empty() { String::new() } else { texts.with("cli-shielded", &[("fields", named.join(", ").into())]) }
}

/// `2026-11-30 10:00`.
fn day_and_time(on: Date, at: Option<ClockTime>) -> String {
    at.map_or_else(|| on.to_string(), |at| format!("{on} {at}"))
}

struct Page<'t> {
    texts: &'t Texts,
    out: String,
}

impl Page<'_> {
    fn field(&mut self, name: &str, value: &str) {
        if !value.trim().is_empty() {
            let name = self.texts.get(&format!("cli-column-{name}"));
            self.out.push_str(&format!("{name:14} {}\n", SafeText::line(value.trim())));
        }
    }

    fn text(&mut self, text: &RawText) {
        if !text.is_blank() {
            self.out.push_str(&format!("\n{}\n", text.block()));
        }
    }

    fn part(&mut self, head: &str, lines: &[SafeText]) {
        self.out.push_str(&format!("\n{head}\n"));
        for line in lines.iter().flat_map(|text| text.as_str().lines()) {
            self.out.push_str(&format!("  {line}\n"));
        }
    }

    fn entry(&mut self, entry: &Entry, corrected: bool) {
        let (hour, minute) = zone::hour_minute(entry.at);
        let kind = self.texts.get(&format!("cli-entry-{}", entry.kind.code()));
        let when = format!("{} {hour:02}:{minute:02}", zone::date_of(entry.at));
        let from =
            entry.organisation.as_ref().map(|code| format!(", {}", organisation::shown(code.as_str()))).unwrap_or_default();
        self.out.push_str(&format!("\n{when}  {kind}  {}{from}\n", entry.by_name.line()));
        if let Some(contact) = &entry.contact {
            let reached = match (contact.withdrawn, contact.reached) {
                (true, _) => "cli-never",
                (false, true) => "cli-reached",
                (false, false) => "cli-not-reached",
            };
            let correction = contact.corrects.map(|_| self.texts.get("cli-correction")).unwrap_or_default();
            let reached = format!("{correction}{}", self.texts.get(reached));
            let reached = if corrected { self.texts.with("cli-corrected", &[("what", reached.into())]) } else { reached };
            let back = contact
                .call_back_on
                .map(|on| self.texts.with("cli-call-back", &[("day", day_and_time(on, contact.call_back_at).into())]));
            self.out
                .push_str(&format!("  {}: {reached} {}\n", contact.with.line(), back.unwrap_or_default()).replace(" \n", "\n"));
        }
        if entry.kind == EntryKind::Mail {
            let text = SafeText::block(&self.texts.mail(entry));
            for line in text.as_str().lines().filter(|line| !line.is_empty()) {
                self.out.push_str(&format!("  {line}\n"));
            }
            return;
        }
        let linked = match entry.kind {
            EntryKind::Reveal => Some(self.texts.reveal(entry)),
            _ => self.texts.linked(entry),
        };
        if let Some(linked) = linked {
            for line in SafeText::block(&linked).as_str().lines() {
                self.out.push_str(&format!("  {line}\n"));
            }
            return;
        }
        for line in entry.text.block().as_str().lines().filter(|line| !line.is_empty()) {
            self.out.push_str(&format!("  {line}\n"));
        }
        if entry.old.is_some() || entry.new.is_some() {
            let shown = |text: &Option<RawText>| text.as_ref().map(|text| text.line().into_string()).unwrap_or_default();
            self.out.push_str(&format!("  {} → {}\n", shown(&entry.old), shown(&entry.new)));
        }
    }
}
