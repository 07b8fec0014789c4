//! Watches the folders of the user's configuration: what is saved there is read again and handed to the loop.
//!
//! Folders are watched, not files: an editor that writes a new file and gives it the old name is seen too. How files are read
//! and judged is the caller's; here only what changed since the last sound reading is picked out.

use std::{
    collections::BTreeSet,
    fmt,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::Event;
use crate::{
    locale::Language,
    tui::{
        app::{keymap::Keymap, settings::Settings},
        view::theme::Theme,
    },
};

/// An editor saves in several steps: files are read when nothing happened for so long.
const QUIET: Duration = Duration::from_millis(100);
/// … and at the latest after this.
const LATEST: Duration = Duration::from_secs(1);

/// What is watched.
#[derive(Clone)]
pub struct Watch {
    /// The folders whose changes count. They need not exist yet.
    pub folders: Vec<PathBuf>,
    /// What counts now, as it was read at the start.
    pub loaded: Found,
    /// Reads every file.
    pub read: Arc<dyn Fn() -> Found + Send + Sync>,
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watch").field("folders", &self.folders).finish_non_exhaustive()
    }
}

/// What the files say. A part that is not sound is missing: the old stays.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// Settings.
    pub general: Option<General>,
    /// Keymaps by name; the first is the one that is set.
    pub keymaps: Option<Vec<(String, Keymap)>>,
    /// Themes by name; the first is the one that is set.
    pub themes: Option<Vec<(String, Theme)>>,
    /// What is wrong, with its place, in every language.
    pub warning: Option<Vec<(Language, String)>>,
}

/// The settings that are no keymap and no theme.
#[derive(Debug, Clone, PartialEq)]
pub struct General {
    /// What the interface reads.
    pub settings: Settings,
    /// Language.
    pub language: Language,
    /// Server and token file: they count from the next start.
    pub connection: (Option<String>, Option<PathBuf>),
}

/// What changed in the files since the last sound reading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changed {
    /// Settings.
    pub settings: Option<Settings>,
    /// Language.
    pub language: Option<Language>,
    /// Keymaps, and whether another one is set now.
    pub keymaps: Option<(Vec<(String, Keymap)>, bool)>,
    /// Themes, and whether another one is set now.
    pub themes: Option<(Vec<(String, Theme)>, bool)>,
    /// Does something count from the next start only?
    pub later: bool,
    /// What is wrong, in every language.
    pub warning: Option<Vec<(Language, String)>>,
    /// Was something wrong before, and is it mended?
    pub mended: bool,
}

/// Takes in what the files say; gives what changed, if anything. `sound` keeps the last sound reading of each part.
pub fn compare(sound: &mut Found, found: Found) -> Option<Changed> {
    let mut changed = Changed::default();
    if let Some(general) = found.general {
        let old = sound.general.replace(general.clone());
        changed.settings = (old.as_ref().map(|old| &old.settings) != Some(&general.settings)).then_some(general.settings);
        changed.language = (old.as_ref().map(|old| old.language) != Some(general.language)).then_some(general.language);
        changed.later = old.is_some_and(|old| old.connection != general.connection);
    }
    changed.keymaps = renewed(&mut sound.keymaps, found.keymaps);
    changed.themes = renewed(&mut sound.themes, found.themes);
    let before = std::mem::replace(&mut sound.warning, found.warning.clone());
    changed.mended = before.is_some() && found.warning.is_none();
    changed.warning = found.warning.filter(|warning| before.as_ref() != Some(warning));
    (changed != Changed::default()).then_some(changed)
}

/// A list by names, when it is another than before, and whether another is the first.
fn renewed<T: Clone + PartialEq>(
    old: &mut Option<Vec<(String, T)>>,
    new: Option<Vec<(String, T)>>,
) -> Option<(Vec<(String, T)>, bool)> {
    let new = new?;
    let first = |all: &[(String, T)]| all.first().map(|(name, _)| name.clone());
    let switched = old.as_deref().and_then(first) != first(&new);
    if old.as_ref() == Some(&new) {
        return None;
    }
    *old = Some(new.clone());
    Some((new, switched))
}

/// Starts the thread. It ends with the program.
pub(super) fn start(watch: Watch, events: Sender<Event>) {
    let spawned = thread::Builder::new().name("watch".into()).spawn(move || work(&watch, &events));
    if let Err(error) = spawned {
        tracing::warn!(%error, "the configuration is not watched");
    }
}

fn work(watch: &Watch, events: &Sender<Event>) {
    let (said, heard) = channel();
    let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // The watcher outlives nobody who could miss it.
        let _ = said.send(event);
    });
    let mut watched = match watcher {
        Ok(watcher) => Watched { watcher, paths: BTreeSet::new() },
        Err(error) => return tracing::warn!(%error, "the configuration is not watched"),
    };
    let mut sound = watch.loaded.clone();
    loop {
        // First the watch, then the reading: nothing that is saved in between, or since the start, is missed.
        watched.cover(&watch.folders);
        if let Some(changed) = compare(&mut sound, (watch.read)())
            && events.send(Event::Changed(Box::new(changed))).is_err()
        {
            return;
        }
        loop {
            match next(&heard) {
                Some(event) if counts(&event, &watch.folders) => break,
                Some(_) => {}
                None => return,
            }
        }
        wait_for_quiet(&heard);
    }
}

type Heard = Receiver<notify::Result<notify::Event>>;

/// The next event; an error of the watcher counts as one without a place.
fn next(heard: &Heard) -> Option<notify::Event> {
    heard.recv().ok().map(|event| event.unwrap_or_else(|_| notify::Event::new(EventKind::Any)))
}

fn wait_for_quiet(heard: &Heard) {
    let latest = Instant::now() + LATEST;
    while Instant::now() < latest && heard.recv_timeout(QUIET).is_ok() {}
}

/// Is it about one of the folders? Reading, our own too, is no change.
fn counts(event: &notify::Event, folders: &[PathBuf]) -> bool {
    let near = |path: &PathBuf| folders.iter().any(|folder| path.starts_with(folder) || folder.starts_with(path));
    !matches!(event.kind, EventKind::Access(_)) && (event.paths.is_empty() || event.paths.iter().any(near))
}

/// The watcher, and what it watches.
struct Watched {
    watcher: RecommendedWatcher,
    paths: BTreeSet<PathBuf>,
}

impl Watched {
    /// Watches each folder, or while it is not there the nearest one above it. Not `/etc`: every program that starts opens a file
    /// there, and would wake us.
    fn cover(&mut self, folders: &[PathBuf]) {
        let wanted: BTreeSet<PathBuf> =
            folders.iter().filter_map(|folder| own(folder).find(|path| path.is_dir()).map(Path::to_owned)).collect();
        for gone in self.paths.difference(&wanted) {
            // It may be gone from the disk as well.
            let _ = self.watcher.unwatch(gone);
        }
        // A folder that was replaced by another of the same name is watched anew.
        for path in &wanted {
            if let Err(error) = self.watcher.watch(path, RecursiveMode::NonRecursive) {
                tracing::warn!(%error, "a folder of the configuration is not watched");
            }
        }
        self.paths = wanted;
    }
}

/// The folder and those above it, up to where every program of the machine reads.
fn own(folder: &Path) -> impl Iterator<Item = &Path> {
    folder.ancestors().take_while(|path| path.parent().is_some() && *path != Path::new("/etc"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_everybodys_is_not_watched() {
        let folders = |folder| own(Path::new(folder)).map(|path| path.display().to_string()).collect::<Vec<_>>();
        assert_eq!(folders("/h/loket/themes"), ["/h/loket/themes", "/h/loket", "/h"]);
        assert_eq!(folders("/etc/loket"), ["/etc/loket"]);
    }

    fn found(language: Language, keymap: &str) -> Found {
        let general = General { settings: Settings::default(), language, connection: (None, None) };
        let all = |first: &str| vec![(first.to_owned(), Keymap::standard())];
        Found { general: Some(general), keymaps: Some(all(keymap)), themes: None, warning: None }
    }

    #[test]
    fn only_what_changed_is_told_and_what_is_broken_keeps_the_old() {
        let mut sound = found(Language::Dutch, "standaard");
        assert_eq!(compare(&mut sound, found(Language::Dutch, "standaard")), None);
        let changed = compare(&mut sound, found(Language::English, "standaard")).unwrap();
        assert_eq!(
            (changed.language, changed.keymaps.is_none(), changed.settings.is_none()),
            (Some(Language::English), true, true)
        );
        let broken = Found { warning: Some(vec![(Language::Dutch, "config.toml:3: …".into())]), ..Found::default() };
        let changed = compare(&mut sound, broken.clone()).unwrap();
        assert_eq!(changed, Changed { warning: broken.warning.clone(), ..Changed::default() });
        assert_eq!(compare(&mut sound, broken), None, "the same warning is told once");
        let changed = compare(&mut sound, found(Language::English, "vim")).unwrap();
        assert!(changed.mended && changed.language.is_none());
        assert_eq!(changed.keymaps.map(|(_, switched)| switched), Some(true));
    }

    #[test]
    fn reading_is_no_change_and_a_folder_above_counts() {
        let folders = [PathBuf::from("/h/.config/loket/themes")];
        let event = |kind, path: &str| notify::Event::new(kind).add_path(path.into());
        let access = EventKind::Access(notify::event::AccessKind::Any);
        assert!(!counts(&event(access, "/h/.config/loket/themes/a.toml"), &folders));
        assert!(counts(&event(EventKind::Any, "/h/.config/loket/themes/a.toml"), &folders));
        assert!(counts(&event(EventKind::Any, "/h/.config/loket"), &folders));
        assert!(!counts(&event(EventKind::Any, "/h/.config/other"), &folders));
    }
}
