//! The files: configuration with its faults, where the token comes from, what is kept on this machine.

use std::{
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
};

use super::check::Check;
use crate::{
    cli::{
        call::Call,
        config::{Origin, Places},
        config_command, login,
        panic::state_folder,
        values::secret_file,
    },
    client::outbox::Drafts,
    domain::zone,
};

const CONFIGURATION: &str = "configuration";
const STATE: &str = "state";

pub(super) fn checks(call: &Call) -> Vec<Check> {
    let mut checks = configuration(call);
    checks.push(token(call));
    checks.extend(state(call));
    checks
}

fn configuration(call: &Call) -> Vec<Check> {
    let places = Places::of(|name| call.edge.variable(name));
    let mut checks = vec![];
    match &places.user {
        None => checks.push(Check::ok(CONFIGURATION, "file", "-").attention(call.texts.get("cli-config-no-place"))),
        Some(path) if path.exists() => checks.push(Check::ok(CONFIGURATION, "file", at_home(call, path))),
        Some(path) => {
            let values = [("file", at_home(call, path).into())];
            checks.push(Check::ok(CONFIGURATION, "file", call.texts.with("doctor-file-none", &values)));
        }
    }
    if let Some(system) = places.system.filter(|path| path.exists()) {
        checks.push(Check::ok(CONFIGURATION, "file-system", system.display().to_string()));
    }
    for fault in config_command::every_fault(call) {
        let file = fault.file.as_deref().map_or_else(String::new, |file| at_home(call, file));
        let place: String = [fault.line, fault.column].into_iter().flatten().map(|number| format!(":{number}")).collect();
        let found = format!("{file}{place} {}", fault.say(&call.texts));
        checks.push(Check::ok(CONFIGURATION, "mistake", found.trim()).fault(call.texts.get("doctor-mistake-next")));
    }
    let config = &call.config;
    let named = |name: &Option<String>, usual: &str| name.clone().unwrap_or_else(|| usual.to_owned());
    let chosen = [
        config.language.value.code().to_owned(),
        named(&config.keymap.value, "standaard"),
        named(&config.theme.value, "terminal"),
    ];
    checks.push(Check::ok(CONFIGURATION, "chosen", chosen.join("  ")));
    checks
}

/// Where the token comes from; never the token.
fn token(call: &Call) -> Check {
    if call.edge.variable("LOKET_TOKEN").is_some() {
        return Check::ok(CONFIGURATION, "token", "LOKET_TOKEN");
    }
    let Some(path) = &call.config.token_file.value else {
        let server = call.config.server.value.as_deref().unwrap_or_default();
        let kept = login::keeper(call, server).ok().flatten().and_then(|keeper| keeper.kept());
        return match kept {
            Some(kept) => {
                let values = [("issuer", kept.issuer.into()), ("since", zone::date_of(kept.since).to_string().into())];
                Check::ok(CONFIGURATION, "token", call.texts.with("doctor-signed-in", &values))
            }
            None => Check::ok(CONFIGURATION, "token", "-").attention(call.texts.get("doctor-token-none")),
        };
    };
    let origin = match &call.config.token_file.origin {
        Origin::Environment(name) => format!(" ({name})"),
        _ => String::new(),
    };
    let check = Check::ok(CONFIGURATION, "token", format!("{}{origin}", at_home(call, path)));
    match secret_file(path) {
        Ok(_) => check,
        Err(_) => check.fault(call.texts.get("doctor-token-unusable")),
    }
}

fn state(call: &Call) -> Vec<Check> {
    let Some(folder) = state_folder(|name| call.edge.variable(name)) else {
        return vec![Check::ok(STATE, "folder", "-").fault(call.texts.get("doctor-folder-none"))];
    };
    let shown = at_home(call, &folder);
    let Ok(meta) = std::fs::symlink_metadata(&folder) else {
        return vec![Check::ok(STATE, "folder", call.texts.with("doctor-folder-later", &[("folder", shown.into())]))];
    };
    let mode = meta.permissions().mode() & 0o7777;
    let check = Check::ok(STATE, "folder", format!("{shown}  {mode:04o}"));
    let own = meta.is_dir() && meta.uid() == rustix::process::geteuid().as_raw();
    let writable = own && tempfile::tempfile_in(&folder).is_ok();
    let mut checks = vec![match (writable, mode & 0o077) {
        (false, _) => check.fault(call.texts.get("doctor-folder-unwritable")),
        (true, 0) => check,
        (true, _) => check.attention(call.texts.get("doctor-folder-open")),
    }];
    if own {
        checks.extend(kept(call, &folder));
        let logs = names(&folder, "panic-").len();
        if logs > 0 {
            let values = [("count", logs.into())];
            checks.push(
                Check::ok(STATE, "panics", call.texts.with("doctor-panics-found", &values))
                    .attention(call.texts.get("doctor-panics-next")),
            );
        }
    }
    checks
}

/// Drafts and writes that the server did not confirm, of every server together. They are counted, not shown.
fn kept(call: &Call, folder: &Path) -> Vec<Check> {
    let (mut drafts, mut waiting, mut refused, mut unreadable) = (0, 0, 0, 0);
    for folder in names(folder, "drafts-") {
        let counted = Drafts::open(&folder).and_then(|outbox| Ok((outbox.list()?, outbox.pending()?)));
        match counted {
            Ok(((list, lost), (pending, unread))) => {
                drafts += list.len();
                refused += pending.iter().filter(|write| write.refused).count();
                waiting += pending.iter().filter(|write| !write.refused).count();
                unreadable += lost + unread;
            }
            Err(_) => unreadable += 1,
        }
    }
    let text = |key: &str| call.texts.get(key);
    let mut checks = vec![
        Check::ok(STATE, "drafts", drafts.to_string()),
        Check::ok(STATE, "waiting", waiting.to_string()).unless(waiting == 0, text("doctor-waiting-next")),
    ];
    if refused > 0 {
        checks.push(Check::ok(STATE, "refused", refused.to_string()).attention(text("doctor-refused-next")));
    }
    if unreadable > 0 {
        checks.push(Check::ok(STATE, "unreadable", unreadable.to_string()).attention(text("doctor-unreadable-next")));
    }
    checks
}

fn names(folder: &Path, start: &str) -> Vec<PathBuf> {
    let all = std::fs::read_dir(folder).into_iter().flatten().flatten();
    all.filter(|entry| entry.file_name().to_string_lossy().starts_with(start)).map(|entry| entry.path()).collect()
}

/// A path without the name of its user, as far as it is under the home folder.
fn at_home(call: &Call, path: &Path) -> String {
    let home = call.edge.variable("HOME").map(PathBuf::from).filter(|home| home.is_absolute() && home.parent().is_some());
    match home.as_deref().and_then(|home| path.strip_prefix(home).ok()) {
        Some(rest) => format!("~/{}", rest.display()),
        None => path.display().to_string(),
    }
}
