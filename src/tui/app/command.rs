//! The command table: every action exists once. Keymaps, help, hints and the key documentation are made from it.

pub use super::command_table::Trait;
use super::command_table::commands;
pub use super::{hints::HINTS, scope::Scope};

commands! {
    Signal {
        /// Take the signal: a lease.
        Claim = "claim" [Undoable, Writes, Live, Many],
        /// Give it back.
        Release = "release" [Undoable, Writes, Live, Many],
        /// Note a call in three keys.
        Contact = "contact" [Writes, Many],
        /// Write a note.
        Note = "note" [Writes, Many],
        /// Write a note in the editor of one's own.
        NoteEditor = "note-editor" [Writes, Many],
        /// Change the urgency.
        Urgency = "urgency" [Undoable, Writes, Live, Many],
        /// Change the status.
        Status = "status" [Undoable, Writes, Live, Many],
        /// Put it on the agenda of the next meeting.
        Let = "let" [Writes, Live, Many],
        /// Copy the number.
        CopyNumber = "copy-number" [Many],
        /// Copy the reporter's phone number.
        CopyPhone = "copy-phone",
        /// Copy the reporter's mail address.
        CopyMail = "copy-mail",
        /// Copy the command that shows the signal.
        CopyLink = "copy-link",
        /// Show the links that stand in the signal.
        Links = "links",
    }
    TimeOut {
        /// Suspend a decision: propose a time-out.
        Suspend = "suspend" [Writes, Live, Asks],
        /// Propose a later last day.
        Extend = "extend" [Writes, Live, Asks],
        /// Propose that the decision works again.
        Resume = "resume" [Writes, Live, Asks],
        /// Propose that it ends.
        EndTimeOut = "end-time-out" [Writes, Live, Asks],
        /// Note that the body was told.
        TellBody = "tell-body" [Writes, Live],
        /// Note that the body confirmed it.
        BodyConfirmed = "body-confirmed" [Writes, Live],
        /// Save the letter that tells the body of it.
        Letter = "letter",
        /// Save the letter that reminds the body of it.
        Remind = "remind",
        /// Confirm, reject or take back what waits for a second person.
        Settle = "settle" [Writes, Live, Asks],
    }
    Arrangement {
        /// Record a moratorium.
        RecordMoratorium = "moratorium" [Writes, Live],
        /// Record a bridging.
        RecordBridging = "bridging" [Writes, Live],
        /// Record a commitment.
        RecordCommitment = "commitment" [Writes, Live],
        /// Correct what was recorded.
        CorrectArrangement = "correct" [Writes, Live],
        /// A commitment is due on another day.
        NewDueDay = "new-due-day" [Writes, Live],
        /// A commitment was kept.
        KeepCommitment = "kept" [Writes, Live, Asks],
        /// A commitment need not be kept any more.
        LapseCommitment = "lapsed" [Writes, Live, Asks],
        /// Who pays for a bridging was settled.
        SettleBridging = "settled" [Writes, Live, Asks],
        /// A moratorium ended.
        EndMoratorium = "end-moratorium" [Writes, Live, Asks],
        /// Open again what was closed by mistake.
        ReopenArrangement = "reopen" [Writes, Live],
    }
    Agenda {
        /// An item one place down.
        MoveDown = "move-down" [Undoable, Writes, Live, Many],
        /// An item one place up.
        MoveUp = "move-up" [Undoable, Writes, Live, Many],
        /// What is missing, and the rest of an item.
        EditItem = "edit" [Writes, Live],
        /// How many minutes it takes.
        Minutes = "minutes" [Undoable, Writes, Live],
        /// Put a candidate or a free item here.
        Insert = "insert" [Writes, Live],
        /// Take it off: a candidate again.
        TakeOff = "take-off" [Undoable, Writes, Live, Many],
        /// To the agenda of another meeting.
        OtherMeeting = "other-meeting" [Undoable, Writes, Live, Many],
        /// Invite somebody for an item.
        Invite = "invite" [Undoable, Writes, Live],
        /// Note what was answered.
        AnswerInvitation = "answer" [Writes, Live],
        /// Record a decision.
        Decide = "decide" [Writes, Live],
        /// Record a commitment.
        Commit = "commit" [Writes, Live],
        /// Correct a decision, or take it back.
        CorrectDecision = "correct-decision" [Writes, Live],
        /// Fix, send, hold, settle: what comes next of the meeting.
        Publish = "publish" [Writes, Live, Asks],
        /// To the case in the queue.
        ItemCase = "to-case",
        /// The next meeting.
        MeetingNext = "meeting-next",
        /// The meeting before.
        MeetingPrevious = "meeting-previous",
        /// Day, place, people and paper deadline of the meeting.
        EditMeeting = "edit-meeting" [Writes, Live],
        /// What changed since the agenda was fixed.
        Changes = "changes",
        /// A new meeting.
        NewMeeting = "new-meeting" [Writes, Live],
    }
    Board {
        /// To the first clock whose day has not passed.
        BoardToday = "today",
        /// The next group.
        GroupNext = "group-next",
        /// The group before.
        GroupPrevious = "group-previous",
        /// By what clocks stand together.
        Group = "group",
        /// To the case in the queue.
        ToCase = "to-case",
        /// The month instead of the list.
        Calendar = "calendar",
    }
    Calendar {
        /// The next day.
        DayNext = "day-next",
        /// The day before.
        DayPrevious = "day-previous",
        /// A week on.
        WeekNext = "week-next",
        /// A week back.
        WeekPrevious = "week-previous",
        /// The next month.
        MonthNext = "month-next",
        /// The month before.
        MonthPrevious = "month-previous",
        /// Today.
        CalendarToday = "today",
        /// What ends on this day.
        DayOpen = "open",
        /// Back to the list.
        CalendarClose = "close",
    }
    List {
        /// One row down.
        Down = "down",
        /// One row up.
        Up = "up",
        /// Half a page down.
        HalfDown = "half-down",
        /// Half a page up.
        HalfUp = "half-up",
        /// A page down.
        PageDown = "page-down",
        /// A page up.
        PageUp = "page-up",
        /// To the first row.
        Top = "top",
        /// To the last row.
        Bottom = "bottom",
        /// Open what is under the cursor.
        Open = "open",
        /// Mark and go down.
        Mark = "mark",
        /// Begin a range at the cursor, or end it.
        MarkRange = "mark-range",
        /// Mark everything in the filter, or nothing of it.
        MarkAll = "mark-all",
        /// Filter as you type.
        Filter = "filter",
        /// The next row that the filter leaves, round the corner.
        MatchNext = "match-next",
        /// The one before.
        MatchPrevious = "match-previous",
        /// Filter by what there is, with counts.
        Facets = "facets",
        /// Choose the view: open, mine, free, all, and the saved ones.
        View = "view",
        /// Save what the list shows under a name.
        SaveView = "save-view" [Writes, Live],
        /// Choose the order.
        Sort = "sort",
        /// Choose the columns.
        Columns = "columns",
        /// Preview on or off.
        Preview = "preview",
        /// The list, or the open signal, over the whole screen.
        Zoom = "zoom",
        /// What the list shows, as a file.
        Export = "export",
        /// Everything that can be done here, with the reason when it cannot.
        Actions = "actions",
    }
    Global {
        /// A new signal by telephone.
        NewSignal = "new-signal" [Writes],
        /// Look somebody up in the register.
        Lookup = "lookup",
        /// Pane 1.
        PaneSignals = "pane-signals",
        /// Pane 2.
        PaneAgenda = "pane-agenda",
        /// Pane 3.
        PaneRegister = "pane-register",
        /// Pane 4.
        PaneBoard = "pane-board",
        /// Take the last action back.
        Undo = "undo" [Writes, Live],
        /// Do again what was taken back.
        Redo = "redo" [Writes, Live],
        /// What can be taken back.
        History = "history",
        /// What the last action on many could not do.
        Failed = "failed",
        /// Ask the server again, and show what was held back.
        Refresh = "refresh",
        /// Draw the screen anew.
        Redraw = "redraw",
        /// Help.
        Help = "help",
        /// Every command, by name.
        Palette = "palette",
        /// What was typed and not saved yet.
        Drafts = "drafts" [Writes],
        /// Cover the screen.
        Lock = "lock",
        /// The mouse, on or off.
        Mouse = "mouse",
        /// Other keys.
        Keymap = "keymap",
        /// Another language.
        Language = "language",
        /// Another look.
        Theme = "theme",
        /// Server, keys, language: set loket up again.
        Setup = "setup",
        /// Back: closes, clears; never quits.
        Back = "back",
        /// Break off half a sequence or a menu; twice within a second asks whether to quit.
        Cancel = "cancel" [Asks],
        /// Quit.
        Quit = "quit" [Asks],
    }
    Detail {
        /// The next signal.
        NextItem = "next-item",
        /// The previous signal.
        PreviousItem = "previous-item",
    }
    Lookup {
        /// Copy the phone number and close.
        Accept = "accept",
        /// Choose what to copy.
        CopyMenu = "copy-menu",
        /// Open the card in the register.
        OpenCard = "open-card",
        /// Next hit.
        Next = "next",
        /// Previous hit.
        Previous = "previous",
        /// To the card.
        ToCard = "to-card",
    }
    Card {
        /// Copy the phone number.
        CardPhone = "phone",
        /// Copy the mail address.
        CardMail = "mail",
        /// Copy the name.
        CardName = "name",
        /// Copy everything.
        CardAll = "all",
        /// Back to the search field.
        ToSearch = "to-search",
    }
    Filter {
        /// Back to the list, which stays filtered.
        FilterKeep = "keep",
        /// Back to the whole list.
        FilterClear = "clear",
        /// Put into the filter what may have been meant.
        FilterMend = "mend",
    }
    Menu {
        /// The next line.
        MenuNext = "next",
        /// The previous line.
        MenuPrevious = "previous",
        /// The first line.
        MenuFirst = "first",
        /// The last line.
        MenuLast = "last",
        /// This one.
        MenuPick = "pick",
        /// None of them.
        MenuClose = "close",
    }
    Panel {
        #[doc = "The next line."] PanelNext = "next",
        #[doc = "The previous line."] PanelPrevious = "previous",
        #[doc = "A page down."] PanelPageDown = "page-down",
        #[doc = "A page up."] PanelPageUp = "page-up",
        #[doc = "The next group."] PanelNextGroup = "next-group",
        #[doc = "The previous group."] PanelPreviousGroup = "previous-group",
        #[doc = "On or off."] PanelToggle = "toggle",
        #[doc = "Leave out, or no longer."] PanelExclude = "exclude",
        #[doc = "More to the left."] PanelEarlier = "earlier",
        #[doc = "More to the right."] PanelLater = "later",
        #[doc = "As it was before the window was opened."] PanelReset = "reset",
        #[doc = "Close."] PanelClose = "close",
    }
    Finder {
        #[doc = "The next line."] FinderNext = "next",
        #[doc = "The previous line."] FinderPrevious = "previous",
        #[doc = "A page down."] FinderPageDown = "page-down",
        #[doc = "A page up."] FinderPageUp = "page-up",
        #[doc = "Do it."] FinderRun = "run",
        #[doc = "Close."] FinderClose = "close",
    }
    Text {
        /// Save.
        Submit = "submit",
        /// The next field, a new line, or save: what the field is for.
        Enter = "enter",
        /// Next field.
        NextField = "next-field",
        /// Previous field.
        PreviousField = "previous-field",
        /// A new line.
        Newline = "newline",
        /// Delete the character before.
        Backspace = "backspace",
        /// Delete the character after.
        DeleteNext = "delete-next",
        /// Delete the word before.
        DeleteWord = "delete-word",
        /// Delete the line.
        DeleteLine = "delete-line",
        /// Delete the word after.
        DeleteWordNext = "delete-word-next",
        /// Delete from the start of the line.
        DeleteToStart = "delete-to-start",
        /// Delete to the end of the line.
        DeleteToEnd = "delete-to-end",
        /// Take the last change in the field back.
        TextUndo = "undo",
        /// Do that change again.
        TextRedo = "redo",
        /// To the left.
        CursorLeft = "left",
        /// To the right.
        CursorRight = "right",
        /// A line up.
        CursorUp = "cursor-up",
        /// A line down.
        CursorDown = "cursor-down",
        /// To the start of the line.
        CursorHome = "home",
        /// To the end of the line.
        CursorEnd = "end",
        /// A word to the left.
        WordLeft = "word-left",
        /// A word to the right.
        WordRight = "word-right",
        /// To the start of the text.
        TextStart = "text-start",
        /// To the end of the text.
        TextEnd = "text-end",
        /// A page up.
        TextPageUp = "page-up",
        /// A page down.
        TextPageDown = "page-down",
        /// Insert a template.
        Template = "template",
        /// Go on in the editor of one's own.
        Editor = "editor",
        /// Leave without losing: the draft is kept.
        Leave = "leave",
    }
}
