//! `loket wie`: who has the mandate there, and how to reach them. The one short cut.

use clap::Args;

use crate::{
    api::{
        officer::{OfficerHit, OfficerSearch, SearchCase},
        problem::exit,
    },
    client::Session,
    domain::{
        names::Names,
        next_best::next_best,
        officer::{OfficerFacts, Standing, freshness},
        organisation::{self, Organisation},
        role::coded_enum,
        text::SafeText,
        topic::{self, Coverage, coverage},
    },
    index::Question,
};

use super::{
    at_hand::Hand,
    call::{Call, Done, Stop, wait},
    file_format::{self, Table},
    interface,
    json::Items,
    signal::Number,
    table, usage,
    values::one_in_words,
};

coded_enum!(
    /// What to print alone.
    Field {
        /// The phone number: the central one, or else the direct one.
        Phone = "phone",
        /// The mailbox: the central one, or else the direct one.
        Mail = "mail",
        /// The name, or else the title.
        Name = "name",
    }
);

/// What they are called in Dutch, in the order of [`Field::ALL`].
const DUTCH_FIELDS: &[&str] = &["telefoon", "e-mail", "naam"];

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    #[arg(long, value_name = "NUMBER")]
    case: Option<String>,
    #[arg(long, value_name = "FIELD", value_parser = one_in_words(Field::ALL, DUTCH_FIELDS), ignore_case = true, conflicts_with_all = ["csv", "md"])]
    field: Option<Field>,
    #[command(flatten)]
    file: Table,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let query = arguments.query.join(" ").trim().to_owned();
    if query.is_empty() && arguments.case.is_none() {
        return nothing_asked(call, arguments);
    }
    let (server, token) = call.server_and_token()?;
    let hand = Hand::open(call, &server, &token);
    let session = Session::with_patience(&server, token, call.config.language.value, hand.patience())?;
    let answered = wait(ask(call, &session, &query, arguments.case.as_deref()))?;
    let (hits, told_later) = match answered {
        Ok(hits) => (hits, false),
        // What is proposed for a case only the server can say.
        Err(Stop::Failure(failure)) if arguments.case.is_none() => (hand.instead(call, failure, &query)?, true),
        Err(stop) => return Err(stop),
    };
    if told_later {
        let taken = arguments.field.and_then(|field| best(call, &query, &hits, field).1);
        hand.note(call, &query, taken.map(|hit| &hit.officer));
    }
    let done = show(call, arguments, &query, &hits)?;
    if !told_later {
        call.flush()?;
        hand.tend(call, &session)?;
    }
    Ok(done)
}

/// Nothing to look for: at a terminal it is asked there.
fn nothing_asked(call: &mut Call, arguments: &Arguments) -> Done {
    let plain = arguments.field.is_none() && !arguments.json && arguments.file.format().is_none();
    if plain && call.edge.stdin_is_terminal && call.edge.width.is_some() {
        return interface::alone(call);
    }
    let missing = usage::missing("<QUERY>", &call.texts);
    call.message(&missing);
    Ok(exit::USAGE)
}

/// Asks the server: for a case its organisations come first, and without a query who may decide about it is proposed.
async fn ask(call: &Call, session: &Session, query: &str, case: Option<&str>) -> Result<Vec<OfficerHit>, Stop> {
    let case = match case {
        Some(number) => {
            let signal = Number::typed(number).find(call, session).await?;
            Some(SearchCase { municipality: signal.municipality, bodies: signal.bodies, about: vec![signal.title] })
        }
        None => None,
    };
    Ok(session.search_officers(&OfficerSearch { query: query.into(), case, limit: None }).await?.items)
}

fn show(call: &mut Call, arguments: &Arguments, query: &str, hits: &[OfficerHit]) -> Done {
    match arguments.field {
        _ if hits.is_empty() => {
            if arguments.json {
                call.print_json(&Items { items: hits })?;
            }
            let asked = if query.is_empty() { arguments.case.as_deref().unwrap_or_default() } else { query };
            call.say("cli-wie-none", &[("query", asked.into())]);
            Ok(exit::NOTHING)
        }
        Some(field) => one(call, query, hits, field, arguments.json),
        None if arguments.json => {
            call.print_json(&Items { items: hits })?;
            Ok(exit::DONE)
        }
        None => {
            warn_of_gap(call, query, hits);
            all(call, hits, arguments.file)
        }
    }
}

/// One value of the best hit; several best hits with different values are named, and none is chosen.
fn one(call: &mut Call, query: &str, hits: &[OfficerHit], field: Field, json: bool) -> Done {
    let (best, chosen) = best(call, query, hits, field);
    let Some(chosen) = chosen else {
        let organisations = organisation::all();
        call.say("cli-wie-several", &[("count", best.len().into())]);
        for hit in best {
            let facts = &hit.officer.facts;
            let parts = [name_of(&organisations, facts), facts.title.line(), facts.name.line(), value_of(facts, field)];
            let line: Vec<&str> = parts.iter().map(SafeText::as_str).filter(|part| !part.is_empty()).collect();
            call.message(&SafeText::line(&format!("  {}", line.join(" · "))));
        }
        return Ok(exit::SEVERAL);
    };
    let value = value_of(&chosen.officer.facts, field);
    if value.as_str().is_empty() {
        call.say("cli-wie-empty", &[]);
        return Ok(exit::NOTHING);
    }
    warn(call, query, chosen);
    if chosen.officer.facts.standing(call.today()) == Standing::EntryEnded {
        // Nobody is called by a script who is there no longer.
        return Ok(exit::NOTHING);
    }
    if json {
        call.print_json(&Items { items: [chosen] })?;
    } else {
        call.print(&value)?;
    }
    Ok(exit::DONE)
}

/// The hits that fit equally well, and whose value it is.
fn best<'a>(call: &Call, query: &str, hits: &'a [OfficerHit], field: Field) -> (Vec<&'a OfficerHit>, Option<&'a OfficerHit>) {
    let today = call.today();
    let sound = |hit: &OfficerHit| hit.officer.facts.standing(today) == Standing::Sound;
    // What ended or is stale comes last among equals, so it does not make the best one doubtful.
    let first = hits.first();
    let alike = |hit: &&OfficerHit| first.is_some_and(|first| hit.rank == first.rank && sound(hit) == sound(first));
    let best: Vec<&OfficerHit> = hits.iter().take_while(alike).collect();
    let chosen = chosen(query, &best, field);
    (best, chosen)
}

/// Whose value it is. Of several with different ones: when an organisation alone was asked for, the number or address that most
/// of its entries share, since that is the central one; otherwise nobody's.
fn chosen<'a>(query: &str, best: &[&'a OfficerHit], field: Field) -> Option<&'a OfficerHit> {
    let first = *best.first()?;
    let value = |hit: &OfficerHit| value_of(&hit.officer.facts, field);
    if best.iter().all(|hit| value(hit) == value(first)) {
        return Some(first);
    }
    let code = &first.officer.facts.organisation;
    let names = Names::default().organisation(code.as_str());
    let asks_for_it = Question::parse(query).wanted().iter().all(|word| topic::holds(&names, word));
    if field == Field::Name || !asks_for_it || best.iter().any(|hit| hit.officer.facts.organisation != *code) {
        return None;
    }
    let share = |hit: &OfficerHit| best.iter().filter(|other| value(other) == value(hit)).count();
    let most = best.iter().map(|hit| share(hit)).max().filter(|most| *most > 1)?;
    let mut central = best.iter().filter(|hit| share(hit) == most);
    let found = *central.next()?;
    central.all(|hit| value(hit) == value(found)).then_some(found)
}

/// Says, before a value is used, why it may not help: old, ended, or a mandate that does not cover what was asked.
fn warn(call: &mut Call, query: &str, hit: &OfficerHit) {
    let facts = &hit.officer.facts;
    let standing = facts.standing(call.today());
    if standing != Standing::Sound {
        call.say(&format!("cli-wie-{standing}"), &[]);
    }
    if hit.forgiven {
        call.say("cli-wie-forgiven", &[("query", query.into())]);
    }
    let question = Question::parse(query);
    let asked: Vec<String> = question.mandates().map(str::to_owned).collect();
    let short = asked.iter().find(|topic| coverage(facts, topic) != Coverage::Covered);
    // A word of the question that the entry itself excludes.
    let excluded = |topic: &&String| topic.len() > 3 && coverage(facts, topic) == Coverage::Excluded;
    let wanted = question.wanted();
    if let Some(topic) = short.or_else(|| wanted.iter().find(excluded)) {
        call.say("cli-wie-uncovered", &[("topic", SafeText::line(topic).into())]);
    }
}

/// Says above a table what nobody in it may decide about, and that nothing held what was typed.
fn warn_of_gap(call: &mut Call, query: &str, hits: &[OfficerHit]) {
    let Some(best) = hits.first() else { return };
    if best.forgiven {
        call.say("cli-wie-forgiven", &[("query", query.into())]);
    }
    let question = Question::parse(query);
    if let Some(topic) = question.mandates().find(|topic| coverage(&best.officer.facts, topic) != Coverage::Covered) {
        let others = hits.iter().map(|hit| &hit.officer);
        let next = call.texts.next_best(&next_best(&best.officer, topic, others, call.today()));
        call.say("cli-wie-nobody-covers", &[("topic", SafeText::line(topic).into()), ("next", SafeText::line(&next).into())]);
    }
}

fn value_of(facts: &OfficerFacts, field: Field) -> SafeText {
    let (first, second) = match field {
        Field::Phone => (&facts.phone, &facts.direct_phone),
        Field::Mail => (&facts.mail, &facts.direct_mail),
        Field::Name => (&facts.name, &facts.title),
    };
    if first.is_blank() { second.line() } else { first.line() }
}

fn all(call: &mut Call, hits: &[OfficerHit], file: Table) -> Done {
    let organisations = organisation::all();
    let header = header(call);
    let rows: Vec<Vec<SafeText>> = hits.iter().map(|hit| cells(call, &organisations, &hit.officer.facts)).collect();
    if let Some(format) = file.format() {
        file_format::print(call, format, &header, &rows, |_| vec![])?;
        return Ok(exit::DONE);
    }
    for line in table::lines(&header, &rows, call.edge.width) {
        call.print(&line)?;
    }
    Ok(exit::DONE)
}

/// The names of the columns.
pub(super) fn header(call: &Call) -> [String; 8] {
    let header = ["organisation", "function", "name", "phone", "mail", "mandate", "excludes", "verified"];
    header.map(|name| call.texts.get(&format!("cli-column-{name}")))
}

/// An entry of the register, for people.
pub(super) fn cells(call: &Call, organisations: &[Organisation], facts: &OfficerFacts) -> Vec<SafeText> {
    let ended = facts.standing(call.today()) == Standing::EntryEnded;
    let fresh =
        if ended { String::new() } else { call.texts.get(&format!("freshness-{}", freshness(facts.verified_on, call.today()))) };
    let verified = facts.verified_on.map(|day| format!("{day} ")).unwrap_or_default();
    vec![
        name_of(organisations, facts),
        facts.title.line(),
        facts.name.line(),
        value_of(facts, Field::Phone),
        value_of(facts, Field::Mail),
        SafeText::line(&mandate(call, facts)),
        facts.mandate_excludes.line(),
        SafeText::line(format!("{verified}{fresh}").trim_end()),
    ]
}

/// `beslissen, mandaat verlopen`.
fn mandate(call: &Call, facts: &OfficerFacts) -> String {
    let mandate = call.texts.get(&format!("mandate-{}", facts.mandate));
    match facts.standing(call.today()) {
        // What is stale stands with the day it was verified.
        Standing::Sound | Standing::Stale => mandate,
        Standing::EntryEnded => call.texts.get("standing-entry-ended"),
        ended => format!("{mandate}, {}", call.texts.get(&format!("standing-{ended}"))),
    }
}

pub(super) fn name_of(organisations: &[Organisation], facts: &OfficerFacts) -> SafeText {
    let found = organisations.iter().find(|one| one.code == facts.organisation);
    SafeText::line(found.map_or(facts.organisation.as_str(), |one| one.name.as_str()))
}
