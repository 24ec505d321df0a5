//! A name that is no member of its enum.

use super::{Site, shown};
use crate::diagnostic::{Code, Diagnostic};
use crate::types::typed::EnumType;

/// A value that the enum does not have.
pub(in crate::facts) struct UnknownMember<'a> {
    /// The value.
    pub(in crate::facts) site: Site<'a>,
    /// The enum.
    pub(in crate::facts) declared: &'a EnumType,
    /// The member most like it.
    pub(in crate::facts) like: Option<&'a str>,
}

impl UnknownMember<'_> {
    /// The warning that a text in quotes is taken for another value of an open enum although it
    /// is nearly a member's name.
    pub(in crate::facts) fn taken_for_other(self) -> Diagnostic {
        let message = format!(
            "`{}` is taken for another value than the members of `{}`",
            shown(self.site.words),
            self.declared.name
        );
        let label = self.like.map_or_else(String::new, |like| format!("nearly `{like}`"));
        let found = Diagnostic::warning(Code::FACTS_UNKNOWN_MEMBER, message)
            .label(self.site.span, label)
            .label(self.declared.span, format!("`{}` is declared here", self.declared.name))
            .help("write the member's name, or `other \"…\"` when another value is meant");
        match self.like {
            Some(like) => self.site.mend(found, like),
            None => found,
        }
    }
}

impl From<UnknownMember<'_>> for Diagnostic {
    fn from(problem: UnknownMember<'_>) -> Self {
        let UnknownMember { site, declared, like } = problem;
        let name = &declared.name;
        let found = Self::error(
            Code::FACTS_UNKNOWN_MEMBER,
            format!("`{}` is not a member of `{name}`", shown(site.words)),
        )
        .label(site.span, "not a member")
        .label(declared.span, format!("`{name}` is declared here"));
        let mut help = match like {
            Some(like) => format!("did you mean `{like}`?"),
            None => format!("write {}", members(declared)),
        };
        if declared.open {
            help.push_str("; another value is written `other \"…\"`");
        }
        let found = found.help(help);
        match like {
            Some(like) => site.mend(found, like),
            None => found,
        }
    }
}

/// The first members, for a help.
fn members(declared: &EnumType) -> String {
    let shown = declared.members.iter().take(12);
    let mut names: Vec<String> = shown.map(|member| format!("`{}`", member.name)).collect();
    if declared.members.len() > 12 {
        names.push("another member".to_owned());
    }
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => "nothing: it has no members".to_owned(),
    }
}
