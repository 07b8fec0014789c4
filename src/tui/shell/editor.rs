//! The user's editor: what it is, and running it while it has the terminal. The command is the user's own words for a shell,
//! as everywhere else: `VISUAL="code --wait"`.

use std::{
    io,
    os::unix::process::ExitStatusExt,
    path::Path,
    process::{Command, ExitStatus},
    sync::mpsc::{Receiver, Sender, channel},
    thread,
    time::Duration,
};

use rustix::{
    io::{FdFlags, fcntl_setfd},
    process::{Pid, Signal, kill_process},
};

use super::sheet::{Left, Sheet};
use crate::{
    locale::Texts,
    tui::app::message::{Edited, EditorFault},
};

/// How long an editor has to end when loket ends, before it is killed.
const GRACE: Duration = Duration::from_millis(600);
/// How a shell says that it found no such command, or one it cannot run.
const NOT_STARTED: [i32; 2] = [126, 127];
/// How a shell says that its command was killed: this and the number of the signal.
const KILLED: std::ops::Range<i32> = 129..160;

/// The editor that is set; `VISUAL` before `EDITOR`.
pub fn command(variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    ["VISUAL", "EDITOR"].into_iter().filter_map(variable).find(|command| !command.trim().is_empty())
}

/// An editor at work.
#[derive(Debug)]
pub struct Editor {
    command: String,
    sheet: Sheet,
    slot: String,
    field: String,
    /// Did the text end in a line break before? Editors add one.
    ended_in_break: bool,
    process: Option<Pid>,
    ended: Receiver<io::Result<ExitStatus>>,
}

impl Editor {
    /// Starts it on a sheet; `woken` is called when it has ended.
    ///
    /// # Errors
    /// When no process can be started.
    pub fn start(
        command: String,
        sheet: Sheet,
        (slot, field, text): (String, String, &str),
        woken: impl FnOnce() + Send + 'static,
    ) -> io::Result<Self> {
        let (ends, ended) = channel();
        // The editor has the lock of the sheet as well: while it runs, no other loket takes the text from under it.
        fcntl_setfd(sheet.lock(), FdFlags::empty())?;
        let child = shell(&command, &sheet.file()).spawn();
        fcntl_setfd(sheet.lock(), FdFlags::CLOEXEC)?;
        let mut child = child?;
        let process = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
        let wait = move |ends: Sender<io::Result<ExitStatus>>| {
            let _ = ends.send(child.wait());
            woken();
        };
        thread::Builder::new().name("editor".into()).spawn(move || wait(ends))?;
        Ok(Self { command, sheet, slot, field, ended_in_break: text.ends_with('\n'), process, ended })
    }

    /// Has it ended?
    pub fn status(&self) -> Option<io::Result<ExitStatus>> {
        self.ended.try_recv().ok()
    }

    /// Ends it, since loket ends, and gives what it left. The sheet is to be kept until that is on disk elsewhere.
    pub fn end(self, texts: &Texts) -> (Edited, Option<Sheet>) {
        let signal = |signal| self.process.map(|process| kill_process(process, signal));
        let mut status = self.status();
        for stronger in [Signal::HUP, Signal::KILL] {
            if status.is_none() {
                signal(stronger);
                status = self.ended.recv_timeout(GRACE).ok();
            }
        }
        self.left(status.unwrap_or_else(|| Err(io::ErrorKind::TimedOut.into())), texts)
    }

    /// What it left when it had ended, and its sheet.
    pub fn left(self, status: io::Result<ExitStatus>, texts: &Texts) -> (Edited, Option<Sheet>) {
        let failed = |error: io::Error| EditorFault::Failed(texts.of_system(&error.to_string()));
        let fault = match status {
            Err(error) => Some(failed(error)),
            Ok(status) => match status.code() {
                Some(0) => None,
                Some(code) if NOT_STARTED.contains(&code) => Some(EditorFault::Missing(self.command.clone())),
                Some(code) if KILLED.contains(&code) => Some(EditorFault::Killed),
                Some(code) => Some(EditorFault::Code(code)),
                None => status.signal().map(|_| EditorFault::Killed),
            },
        };
        let mut sheet = Some(self.sheet);
        let read = sheet.as_ref().map_or_else(|| Err(io::ErrorKind::NotFound.into()), Sheet::read);
        let mut converted_from = None;
        let (text, fault) = match read {
            Ok(Left::Text(mut text, encoding)) => {
                converted_from = encoding;
                if !self.ended_in_break && text.ends_with('\n') {
                    text.truncate(text.len() - 1);
                    text.truncate(text.trim_end_matches('\r').len());
                }
                (Some(text), fault)
            }
            Ok(Left::TooLarge(size)) => {
                let file = sheet.as_ref().map(|sheet| sheet.file().to_string_lossy().into_owned()).unwrap_or_default();
                sheet.take().into_iter().for_each(Sheet::leave);
                (None, Some(EditorFault::TooLarge(size, file)))
            }
            Err(error) => (None, fault.or(Some(failed(error)))),
        };
        (Edited { slot: self.slot, field: self.field, text, converted_from, fault }, sheet)
    }
}

/// The token of the server is no business of an editor and of what is started from it.
fn shell(command: &str, file: &Path) -> Command {
    let mut shell = Command::new("/bin/sh");
    shell.arg("-c").arg(format!("{command} \"$@\"")).arg("loket").arg(file).env_remove("LOKET_TOKEN");
    shell
}

#[cfg(test)]
mod tests {
    use super::command;

    #[test]
    fn visual_comes_before_editor_and_an_empty_one_is_none() {
        let set = |visual: &'static str, editor: &'static str| {
            command(move |name| Some(if name == "VISUAL" { visual } else { editor }.to_owned()))
        };
        assert_eq!(set("code --wait", "vi").as_deref(), Some("code --wait"));
        assert_eq!(set(" ", "vi").as_deref(), Some("vi"));
        assert_eq!(set("", ""), None);
        assert_eq!(command(|_| None), None);
    }
}
