//! All there is to send of a meeting: the pack of every director and the invitations of every body, as files. Their names are made of
//! numbers and codes here, never of what was typed or of what a server says.

use std::{fs::DirBuilder, os::unix::fs::DirBuilderExt, path::Path};

use super::export::{not_written, save, tell_unsent};
use crate::{
    api::{
        meeting::AgendaDetail,
        paper::{CalendarObject, InvitationsWanted, PaperWanted},
        problem::{Code, exit},
    },
    cli::{
        call::{Call, Done, Stop, wait},
        values::body,
    },
    client::Failure,
    domain::{
        ids::OrganisationCode,
        meeting::{Addressee, Invitation},
        text::{RawText, SafeText},
    },
};

/// The invitations of a body: one file, or one for each when there are several.
pub(super) fn invitations(call: &mut Call, meeting: &str, code: &str, out: &Path) -> Done {
    let session = call.session()?;
    let wanted = InvitationsWanted { reader: Some(body(code).to_string()), lang: Some(call.texts.language().code().to_owned()) };
    let found = wait(session.invitations(meeting, &wanted))??.items;
    let of = wait(session.meeting(meeting))??.item;
    if found.is_empty() {
        return Err(Stop::Said("cli-agenda-export-nothing", vec![("body", SafeText::line(code).into())], exit::NOTHING));
    }
    let several = found.len() > 1;
    for (one, at) in found.iter().zip(1..) {
        let stem = out.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let path = if several { out.with_file_name(format!("{stem}-{at}.ics")) } else { out.to_owned() };
        save(call, &path, one.content.as_bytes())?;
        tell(call, one);
    }
    tell_unsent(call, &of, false);
    Ok(exit::DONE)
}

/// Everything, in a folder that is not there yet: so nothing of another time stands between it.
pub(super) fn all(call: &mut Call, meeting: &str, format: &str, out: &Path) -> Done {
    if format == "ics" {
        return Err(Stop::Said("cli-agenda-export-all-ics", vec![], exit::USAGE));
    }
    let session = call.session()?;
    let lang = Some(call.texts.language().code().to_owned());
    let agenda = wait(session.agenda(meeting))??;
    let invitations = wait(session.invitations(meeting, &InvitationsWanted { reader: None, lang: lang.clone() }))??.items;
    DirBuilder::new().mode(0o700).create(out).map_err(|error| not_written(out, &error))?;
    let number = agenda.meeting.number.as_i64();
    let mut left_out = 0_u32;
    for (at, invitation) in people(&agenda) {
        let (code, person) = (&invitation.facts.organisation, Addressee::of(&invitation.facts));
        let wanted = PaperWanted {
            paper: Some("pack".into()),
            item: None,
            reader: Some(code.to_string()),
            person: Some(invitation.id),
            format: Some(format.to_owned()),
            lang: lang.clone(),
        };
        match wait(session.paper(meeting, &wanted))? {
            Ok(bytes) => {
                save(call, &out.join(format!("let-{number}-pack-{}-{at}.{format}", plain(code))), &bytes)?;
                call.say("cli-agenda-export-for", &[("body", name(code)), ("who", whom(&[person]).into())]);
            }
            // Since the agenda was read they are no longer asked.
            Err(Failure::Problem(problem)) if problem.code == Code::InvalidInput => left_out += 1,
            Err(failure) => return Err(failure.into()),
        }
    }
    for (one, at) in invitations.iter().zip(1..) {
        let kind = if one.method == "CANCEL" { "cancel" } else { "invitation" };
        let file = format!("let-{number}-{kind}-{}-{}-{at}.ics", plain(&one.organisation), one.slot);
        save(call, &out.join(file), one.content.as_bytes())?;
        tell(call, one);
    }
    tell_unsent(call, &agenda.meeting, false);
    if left_out > 0 {
        call.say("cli-agenda-export-left-out", &[("count", i64::from(left_out).into())]);
    }
    Ok(exit::DONE)
}

/// Everybody who is asked, once, by one of their invitations, with the place among the people of the body. Whom the register knows
/// comes first: so who was also typed by hand is found there.
fn people(agenda: &AgendaDetail) -> Vec<(usize, &Invitation)> {
    let mut all: Vec<&Invitation> =
        agenda.items.iter().flat_map(|entry| &entry.invitations).filter(|one| one.is_asked()).collect();
    all.sort_by_cached_key(|one| {
        (one.facts.organisation.clone(), one.facts.officer.is_none(), Addressee::of(&one.facts), one.id)
    });
    let mut numbered: Vec<(usize, &Invitation)> = vec![];
    for one in all {
        let known = numbered.iter().filter(|(_, other)| other.facts.organisation == one.facts.organisation);
        if known.clone().any(|(_, other)| other.facts.is_one_person(&one.facts)) {
            continue;
        }
        numbered.push((1 + known.count(), one));
    }
    numbered
}

fn tell(call: &mut Call, one: &CalendarObject) {
    let key = if one.method == "CANCEL" { "cli-agenda-export-cancels" } else { "cli-agenda-export-invites" };
    call.say(key, &[("body", name(&one.organisation)), ("who", whom(&one.to).into())]);
    if !one.without_address.is_empty() {
        call.say("cli-agenda-export-no-address", &[("who", whom(&one.without_address).into())]);
    }
}

/// Names, or functions where there is none, with their addresses.
fn whom(people: &[Addressee]) -> SafeText {
    let one = |person: &Addressee| {
        let who = if person.name.is_blank() { &person.function } else { &person.name };
        format!("{} <{}>", who.line(), person.mail.line())
    };
    SafeText::line(&people.iter().map(one).collect::<Vec<_>>().join(", "))
}

fn name(code: &OrganisationCode) -> crate::locale::Value {
    RawText::from(code.as_str()).line().into()
}

/// A code as it may stand in a file name.
fn plain(code: &OrganisationCode) -> String {
    let letters = code.as_str().chars().filter(char::is_ascii_alphanumeric).take(16);
    let name: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
    if name.is_empty() { "body".into() } else { name }
}
