//! `loket lesson`: patterns seen in cases and at meetings, noted without personal data. The pattern comes from standard input.

use clap::{Args, Subcommand};

use super::{
    agenda::id_of,
    call::{Call, Done, Stop, wait},
    json::Items,
    pages::{self, Limit, SHOWN},
    signal::{Key, sent, typed_text},
    table,
    values::{body, codes},
};
use crate::{
    api::{
        lesson::{LessonList, LessonPatch, NewLesson},
        problem::exit,
    },
    client::{Failure, Session, Write},
    domain::{
        ids::LessonId,
        lesson::{Lesson, LessonFacts, LessonKind},
        text::{RawText, SafeText},
        zone,
    },
    locale::Texts,
};

#[derive(Subcommand)]
pub(super) enum Command {
    Add(Box<Add>),
    List(List),
    Show(Show),
    Change(Box<Change>),
}

#[derive(Args)]
#[group(id = "where", required = true, multiple = false, args = ["signal", "item"])]
pub(super) struct Add {
    #[arg(long, value_name = "NUMBER")]
    signal: Option<String>,
    #[arg(long, value_name = "ID|48/3")]
    item: Option<String>,
    #[arg(long, value_parser = codes!(LessonKind))]
    kind: LessonKind,
    #[arg(long, value_name = "TEXT", default_value = "")]
    law: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    article: String,
    #[arg(long = "body", value_name = "CODE")]
    bodies: Vec<String>,
    #[arg(long, value_name = "-")]
    text: String,
    #[arg(long)]
    looked: bool,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct List {
    #[arg(long, value_parser = codes!(LessonKind))]
    kind: Option<LessonKind>,
    #[arg(long, value_name = "LET-N")]
    meeting: Option<String>,
    #[command(flatten)]
    limit: Limit,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Show {
    #[arg(value_name = "ID")]
    id: LessonId,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Change {
    #[arg(value_name = "ID")]
    id: LessonId,
    #[arg(long, value_parser = codes!(LessonKind))]
    kind: Option<LessonKind>,
    #[arg(long, value_name = "TEXT")]
    law: Option<String>,
    #[arg(long, value_name = "TEXT")]
    article: Option<String>,
    #[arg(long = "body", value_name = "CODE")]
    bodies: Vec<String>,
    #[arg(long, value_name = "-")]
    text: Option<String>,
    #[arg(long)]
    looked: bool,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::Add(arguments) => add(call, &arguments),
        Command::List(arguments) => list(call, &arguments),
        Command::Show(arguments) => show(call, &arguments),
        Command::Change(arguments) => change(call, &arguments),
    }
}

fn add(call: &mut Call, arguments: &Add) -> Done {
    let facts = LessonFacts {
        kind: arguments.kind,
        law: arguments.law.as_str().into(),
        article: arguments.article.as_str().into(),
        bodies: arguments.bodies.iter().map(|given| body(given)).collect(),
        pattern: typed_text(call, "--text", &arguments.text)?,
    };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let now: Lesson = wait(async {
        let item = match &arguments.item {
            Some(typed) => Some(id_of(typed, call, &session).await?),
            None => None,
        };
        let new = NewLesson { signal: arguments.signal.clone(), item, facts, looked: arguments.looked };
        sent(key, session.write(&Write::note_lesson(key, &new))).await
    })??;
    told(call, &now, arguments.json)?;
    call.say("cli-lesson-noted", &[]);
    Ok(exit::DONE)
}

fn list(call: &mut Call, arguments: &List) -> Done {
    let session = call.session()?;
    let most = arguments.limit.of(arguments.json, SHOWN);
    let (rows, more) = wait(rows(&session, arguments, most))??;
    if arguments.json {
        call.print_json(&Items { items: &rows })?;
    } else if !rows.is_empty() {
        let header = ["kind", "law", "bodies", "meeting", "cases", "pattern", "id"];
        let header = header.map(|name| call.texts.get(&format!("cli-lesson-column-{name}")));
        let cells: Vec<Vec<SafeText>> = rows.iter().map(|row| cells(&call.texts, row)).collect();
        for line in table::lines(&header, &cells, call.edge.width) {
            call.print(&line)?;
        }
    }
    if more {
        call.say("cli-list-more", &[("limit", most.into())]);
    }
    if rows.is_empty() {
        call.say("cli-lesson-none", &[]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

/// Page after page, up to the limit; and whether there is more.
async fn rows(session: &Session, arguments: &List, most: u32) -> Result<(Vec<Lesson>, bool), Failure> {
    pages::rows(most, async |limit, after| {
        let list = LessonList { kind: arguments.kind, meeting: arguments.meeting.clone(), limit, after };
        session.lessons(&list).await
    })
    .await
}

fn show(call: &mut Call, arguments: &Show) -> Done {
    let session = call.session()?;
    let found = wait(session.lesson(arguments.id))??;
    told(call, &found, arguments.json)?;
    Ok(exit::DONE)
}

fn change(call: &mut Call, arguments: &Change) -> Done {
    let said = |text: &Option<String>| text.as_deref().map(RawText::from);
    let pattern = match &arguments.text {
        Some(given) => Some(typed_text(call, "--text", given)?),
        None => None,
    };
    let bodies: Vec<_> = arguments.bodies.iter().map(|given| body(given)).collect();
    let patch = LessonPatch {
        kind: arguments.kind,
        law: said(&arguments.law),
        article: said(&arguments.article),
        bodies: Some(bodies).filter(|bodies| !bodies.is_empty()),
        pattern,
        looked: arguments.looked,
    };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let now: Lesson = wait(async {
        let found = session.lesson(arguments.id).await?;
        sent(key, session.write(&Write::patch_lesson(key, found.id, found.version, &patch))).await
    })??;
    told(call, &now, arguments.json)?;
    call.say("cli-lesson-changed", &[]);
    Ok(exit::DONE)
}

fn told(call: &mut Call, found: &Lesson, json: bool) -> Result<(), Stop> {
    if json {
        return call.print_json(found);
    }
    let texts = &call.texts;
    let facts = &found.facts;
    let fields = [
        ("id", found.id.to_string()),
        ("kind", texts.get(&format!("lesson-kind-{}", facts.kind))),
        ("state", texts.get(&format!("lesson-state-{}", found.state))),
        ("law", law(found)),
        ("bodies", bodies(found)),
        ("pattern", facts.pattern.line().into_string()),
        ("cases", cases(found)),
        ("meeting", found.meeting.map(|number| number.to_string()).unwrap_or_default()),
        ("noted", format!("{} {}", texts.day(zone::date_of(found.recorded_at)), found.recorded_by_name.line())),
    ];
    let line = |(name, value): &(&str, String)| {
        let name = texts.get(&format!("cli-lesson-column-{name}"));
        (!value.trim().is_empty()).then(|| format!("{name:20} {}", SafeText::line(value.trim())))
    };
    let text = fields.iter().filter_map(line).collect::<Vec<_>>().join("\n");
    call.print_block(&text)
}

fn cells(texts: &Texts, row: &Lesson) -> Vec<SafeText> {
    vec![
        SafeText::line(&texts.get(&format!("lesson-kind-{}", row.facts.kind))),
        SafeText::line(&law(row)),
        SafeText::line(&bodies(row)),
        SafeText::line(&row.meeting.map(|number| number.to_string()).unwrap_or_default()),
        SafeText::line(&cases(row)),
        row.facts.pattern.line(),
        SafeText::line(&row.id.to_string()),
    ]
}

fn law(lesson: &Lesson) -> String {
    format!("{} {}", lesson.facts.law.line(), lesson.facts.article.line()).trim().to_owned()
}

fn bodies(lesson: &Lesson) -> String {
    lesson.facts.bodies.iter().map(|code| RawText::from(code.as_str()).line().into_string()).collect::<Vec<_>>().join(", ")
}

fn cases(lesson: &Lesson) -> String {
    lesson.cases.iter().map(|case| case.number.short()).collect::<Vec<_>>().join(", ")
}
