//! A sheet: text in a file for the user's editor. Readable by its owner alone, in a folder of its own that goes with everything
//! an editor leaves in it. What a killed loket left is found at the next start: its text becomes a draft again.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Read, Write},
    os::fd::{AsFd, BorrowedFd},
    os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};

use chrono::Utc;
use ring::rand::{SecureRandom, SystemRandom};
use rustix::{
    fs::{FlockOperation, OFlags, flock},
    process::geteuid,
};
use serde_json::{Map, Value};

use super::encoding::decode;
use crate::client::outbox::{Draft, Drafts, DraftsError, Owner};

/// The longest text that is taken from an editor, in bytes.
pub const MOST: u64 = 1 << 20;
/// How the names of the folders start.
const FOLDER: &str = "edit-";
/// The file with the text.
const TEXT: &str = "loket.txt";
/// The file that says where the text belongs; locked as long as loket or the editor lives.
const PLACE: &str = "place";

/// A text laid out for an editor. Everything of it is removed when it is dropped, unless it is [left](Sheet::leave).
#[derive(Debug)]
pub struct Sheet {
    folder: PathBuf,
    /// Locked as long as it is open, here or in the editor.
    place: File,
    stays: bool,
}

/// Where a text belongs.
#[derive(Debug, Clone, Copy)]
pub struct Belongs<'a> {
    /// What it is a draft of.
    pub slot: &'a str,
    /// The name of the field.
    pub field: &'a str,
    /// Whose it is.
    pub owner: Owner,
}

/// What became of the sheets that killed ones left.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// So many texts are drafts again.
    pub saved: usize,
    /// These files could not become drafts: they stay.
    pub stay: Vec<PathBuf>,
    /// Is one still worked on?
    pub busy: bool,
}

/// What an editor left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Left {
    /// This text; and the name of the encoding it was in, when that was not UTF-8.
    Text(String, Option<&'static str>),
    /// More than [`MOST`]: so many bytes.
    TooLarge(u64),
}

/// Where sheets may lie, the best place first: memory if the system has a folder for it, else beside the drafts.
pub fn places(variable: impl Fn(&str) -> Option<String>, drafts: &Path) -> Vec<PathBuf> {
    let runtime = variable("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|path| path.is_absolute());
    // As the drafts of one server are never offered on another, their sheets lie apart too.
    let name = drafts.file_name().unwrap_or_default();
    let runtime = runtime.filter(|path| is_own(path)).map(|path| path.join("loket").join(name));
    runtime.into_iter().chain(Some(drafts.to_owned()).filter(|path| path.is_absolute())).collect()
}

impl Sheet {
    /// Lays out a text in the first place that is safe.
    ///
    /// # Errors
    /// When there is none, or the disk refuses.
    pub fn lay_out(places: &[PathBuf], belongs: Belongs<'_>, text: &str) -> io::Result<Self> {
        let mut last = io::Error::from(io::ErrorKind::NotFound);
        for place in places {
            match Self::lay_out_in(place, belongs, text) {
                Ok(sheet) => return Ok(sheet),
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    fn lay_out_in(place: &Path, belongs: Belongs<'_>, text: &str) -> io::Result<Self> {
        DirBuilder::new().recursive(true).mode(0o700).create(place)?;
        if !is_own(place) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        fs::set_permissions(place, fs::Permissions::from_mode(0o700))?;
        let mut random = [0; 8];
        SystemRandom::new().fill(&mut random).map_err(|_| io::Error::from(io::ErrorKind::Other))?;
        let name: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
        let folder = place.join(format!("{FOLDER}{name}"));
        DirBuilder::new().mode(0o700).create(&folder)?;
        let lay_out = || {
            let file = new_file(&folder.join(PLACE))?;
            flock(&file, FlockOperation::NonBlockingLockExclusive)?;
            let owner = serde_json::to_string(&belongs.owner)?;
            (&file).write_all(format!("{}\n{}\n{owner}", belongs.slot, belongs.field).as_bytes())?;
            new_file(&folder.join(TEXT))?.write_all(text.as_bytes())?;
            Ok(file)
        };
        match lay_out() {
            Ok(file) => Ok(Self { folder: folder.clone(), place: file, stays: false }),
            Err(error) => {
                remove(&folder);
                Err(error)
            }
        }
    }

    /// The file with the text.
    pub fn file(&self) -> PathBuf {
        self.folder.join(TEXT)
    }

    /// The open file whose lock says that somebody still works on the text.
    pub fn lock(&self) -> BorrowedFd<'_> {
        self.place.as_fd()
    }

    /// Leaves it where it is: its text has no other place.
    pub fn leave(mut self) {
        self.stays = true;
    }

    /// What is in it now.
    ///
    /// # Errors
    /// When it is gone or is no ordinary file.
    pub fn read(&self) -> io::Result<Left> {
        read(&self.file())
    }
}

impl Drop for Sheet {
    fn drop(&mut self) {
        if !self.stays {
            remove(&self.folder);
        }
    }
}

/// Removes what a killed loket left, after its text has become a draft again. At the start, when no form is open, the text goes
/// into the draft it came from; later it lies beside that. What an editor still works on, and what is of another account, stays.
pub fn sweep(places: &[PathBuf], drafts: &Drafts, at_start: bool) -> Swept {
    let folders = places.iter().filter_map(|place| fs::read_dir(place).ok()).flatten().flatten();
    let left = folders.filter(|entry| entry.file_name().to_string_lossy().starts_with(FOLDER)).map(|entry| entry.path());
    let mut swept = Swept::default();
    for folder in left.filter(|folder| is_own(folder)) {
        let place = OpenOptions::new().read(true).custom_flags(no_follow()).open(folder.join(PLACE));
        // A loket that lives holds the lock, and so does an editor that outlived it.
        if place.as_ref().is_ok_and(|file| flock(file, FlockOperation::NonBlockingLockExclusive).is_err()) {
            swept.busy = true;
            continue;
        }
        match place.and_then(|mut file| bring_back(&mut file, &folder, drafts, at_start)) {
            Ok(Brought::Saved) => {
                swept.saved += 1;
                remove(&folder);
            }
            Ok(Brought::Nothing) => remove(&folder),
            Ok(Brought::NotOurs) => {}
            // Without a text there is nothing to lose.
            Err(_) if fs::symlink_metadata(folder.join(TEXT)).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) => {
                remove(&folder);
            }
            Err(error) => {
                tracing::warn!(%error, "a text that was in an editor cannot be kept as a draft");
                swept.stay.push(folder.join(TEXT));
            }
        }
    }
    swept
}

enum Brought {
    Saved,
    /// The text says nothing that the draft does not.
    Nothing,
    /// It is of another account.
    NotOurs,
}

fn bring_back(place: &mut File, folder: &Path, drafts: &Drafts, at_start: bool) -> io::Result<Brought> {
    let mut words = String::new();
    place.read_to_string(&mut words)?;
    let mut lines = words.lines();
    let (Some(slot), Some(field)) = (lines.next(), lines.next()) else { return Err(io::ErrorKind::InvalidData.into()) };
    let owner = lines.next().map_or(Ok(Owner::Nobody), serde_json::from_str)?;
    if !drafts.may_see(owner) {
        return Ok(Brought::NotOurs);
    }
    let Left::Text(text, _) = read(&folder.join(TEXT))? else { return Err(io::ErrorKind::FileTooLarge.into()) };
    let failed = |error: DraftsError| io::Error::other(error.to_string());
    let before = match at_start.then(|| drafts.load(slot)).transpose() {
        Ok(before) => before.flatten(),
        // It stays, beside this one.
        Err(DraftsError::Unreadable) => None,
        Err(error) => return Err(failed(error)),
    };
    let mut fields: Map<String, Value> = before.and_then(|draft| serde_json::from_str(&draft.text).ok()).unwrap_or_default();
    let known = fields.get(field).and_then(Value::as_str).unwrap_or_default();
    if text.trim().is_empty() || text.trim_end() == known.trim_end() {
        return Ok(Brought::Nothing);
    }
    fields.insert(field.to_owned(), text.into());
    let (text, now) = (Value::Object(fields).to_string(), Utc::now());
    let kept = match at_start {
        true => drafts.save(slot, &text, now),
        false => drafts.set_aside(&Draft::new(slot, &text, now, drafts.owner())),
    };
    kept.map(|()| Brought::Saved).map_err(failed)
}

fn new_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).custom_flags(no_follow()).open(path)
}

fn read(path: &Path) -> io::Result<Left> {
    let flags = no_follow() | OFlags::NONBLOCK.bits() as i32;
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path)?;
    let about = file.metadata()?;
    if !about.is_file() {
        return Err(io::ErrorKind::InvalidData.into());
    }
    if about.len() > MOST {
        return Ok(Left::TooLarge(about.len()));
    }
    let mut bytes = vec![];
    file.take(MOST).read_to_end(&mut bytes)?;
    let (text, converted_from) = decode(&bytes);
    Ok(Left::Text(text, converted_from))
}

/// Removes a folder; what is in its files is overwritten first, for a disk that keeps what was removed.
fn remove(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let file = OpenOptions::new().write(true).custom_flags(no_follow() | OFlags::NONBLOCK.bits() as i32).open(entry.path());
        if let Ok(file) = file
            && let Ok(about) = file.metadata()
            && about.is_file()
        {
            let nothing = vec![0; about.len().min(MOST) as usize];
            let _ = (&file).write_all(&nothing).and_then(|()| file.sync_data());
        }
    }
    if let Err(error) = fs::remove_dir_all(folder) {
        tracing::warn!(%error, "a folder of an editor was not removed");
    }
}

/// A folder, no link, of whoever runs this.
fn is_own(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_dir() && about.uid() == geteuid().as_raw())
}

fn no_follow() -> i32 {
    OFlags::NOFOLLOW.bits() as i32
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    const NOTE: Belongs<'_> = Belongs { slot: "note-1", field: "note", owner: Owner::Next };
    const INTAKE: Belongs<'_> = Belongs { slot: "intake", field: "intake-account", owner: Owner::Next };

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_sheet_is_its_owners_alone_and_goes_with_all_that_lies_in_it() {
        let home = tempfile::tempdir().unwrap();
        let place = home.path().join("run/loket");
        let sheet = Sheet::lay_out(std::slice::from_ref(&place), NOTE, "Gebeld").unwrap();
        let file = sheet.file();
        let folder = file.parent().unwrap().to_owned();
        assert_eq!((mode(&file), mode(&folder), mode(&place)), (0o600, 0o700, 0o700));
        fs::write(folder.join(".loket.txt.swp"), "Gebeld").unwrap();
        fs::write(&file, "Gebeld met CAK").unwrap();
        assert_eq!(sheet.read().unwrap(), Left::Text("Gebeld met CAK".into(), None));
        File::options().write(true).open(&file).unwrap().set_len(MOST + 1).unwrap();
        assert_eq!(sheet.read().unwrap(), Left::TooLarge(MOST + 1));
        fs::remove_file(&file).unwrap();
        symlink("/etc/hostname", &file).unwrap();
        assert!(sheet.read().is_err());
        drop(sheet);
        assert!(!folder.exists() && Path::new("/etc/hostname").exists());
    }

    #[test]
    fn a_strange_place_is_passed_by() {
        let home = tempfile::tempdir().unwrap();
        let (real, link) = (home.path().join("real"), home.path().join("link"));
        fs::create_dir(&real).unwrap();
        symlink(&real, &link).unwrap();
        let good = home.path().join("state");
        let sheet = Sheet::lay_out(&[link.clone(), good.clone()], NOTE, "x").unwrap();
        assert!(sheet.file().starts_with(&good));
        assert!(Sheet::lay_out(&[link], NOTE, "x").is_err());
        let runtime = |name: &str| (name == "XDG_RUNTIME_DIR").then(|| real.display().to_string());
        assert_eq!(places(runtime, &good), [real.join("loket/state"), good.clone()]);
        assert_eq!(places(|_| Some("run".into()), &good), [good]);
    }

    #[test]
    fn what_a_killed_loket_left_becomes_a_draft_again() {
        let home = tempfile::tempdir().unwrap();
        let place = home.path().join("loket");
        let drafts = Drafts::open(&home.path().join("drafts")).unwrap();
        drafts.save("intake", r#"{"intake-title":"Ontruiming","intake-account":"Oud"}"#, Utc::now()).unwrap();
        let lives = Sheet::lay_out(std::slice::from_ref(&place), INTAKE, "Oud").unwrap();
        fs::write(lives.file(), "Nieuw").unwrap();
        assert_eq!(sweep(std::slice::from_ref(&place), &drafts, true), Swept { busy: true, ..Swept::default() });
        assert!(lives.file().exists(), "its loket lives");
        // Killed: the lock is gone, the folder is not.
        let folder = lives.folder.clone();
        flock(&lives.place, FlockOperation::Unlock).unwrap();
        assert_eq!(sweep(std::slice::from_ref(&place), &drafts, true).saved, 1);
        assert!(!folder.exists());
        let draft = drafts.load("intake").unwrap().unwrap().text;
        assert_eq!(draft, r#"{"intake-account":"Nieuw","intake-title":"Ontruiming"}"#);
    }

    #[test]
    fn what_cannot_become_a_draft_stays_and_is_told_and_anothers_is_left_alone() {
        let home = tempfile::tempdir().unwrap();
        let places = [home.path().join("loket")];
        let drafts = Drafts::open(&home.path().join("drafts")).unwrap();
        let abandoned = |belongs, text: &str| {
            let sheet = Sheet::lay_out(&places, belongs, text).unwrap();
            let file = sheet.file();
            sheet.leave();
            file
        };
        let large = abandoned(NOTE, &"x".repeat(MOST as usize + 1));
        let of = |number| Owner::Account(crate::domain::ids::AccountId(uuid::Uuid::from_u128(number)));
        let anothers = abandoned(Belongs { owner: of(2), ..INTAKE }, "Van een ander");
        drafts.learn(crate::domain::ids::AccountId(uuid::Uuid::from_u128(1))).unwrap();
        let swept = sweep(&places, &drafts, true);
        assert_eq!(swept, Swept { stay: vec![large.clone()], ..Swept::default() });
        assert!(large.exists() && anothers.exists());
        // Later it lies beside what this window has, that may be open.
        drafts.save("intake", "{}", Utc::now()).unwrap();
        abandoned(INTAKE, "Nog een");
        assert_eq!(sweep(&places, &drafts, false).saved, 1);
        assert_eq!(drafts.load("intake").unwrap().unwrap().text, "{}");
        assert_eq!(drafts.offered().unwrap().0.len(), 2);
    }
}
