"""Views that leave traces: messages, contacts, notes and headings as templates print them."""

from dataclasses import replace

from briefpress.compose.claims.trace import Promise, Tracer
from briefpress.compose.views import ContactView, MessageView
from briefpress.diagnostics import Where
from briefpress.model.brand import LocalNote
from briefpress.model.claims import ClaimKind
from briefpress.model.contacts import Contact
from briefpress.model.messages import Message

TEXT, CARD = "text", "card"
"""The two ways in which a message may be told."""


def traced_message(
    view: MessageView, message: Message, tracer: Tracer, firm_way: str
) -> MessageView:
    """A message; `firm_way` is the way in which the layout has to tell it, empty for none."""

    def told(part: str, text: str, where: Where) -> str:
        way = TEXT if part == TEXT else CARD
        name = message.id if part == TEXT else f"{message.id} {part}"
        firm = way == firm_way
        kind = ClaimKind.MESSAGE
        return tracer.text(Promise(kind, name, text, where, message.id, way, firm))

    card = message.card or message
    return replace(
        view,
        text=told(TEXT, view.text, message.where_of("text")),
        command=told("command", view.command, card.where_of("command")),
        line=told("line", view.line, card.where_of("line")),
    )


def traced_contact(view: ContactView, contact: Contact, tracer: Tracer, name: str) -> ContactView:
    """A contact, every part of which a reader must find; `name` tells it from the others."""

    def told(part: str, text: str, *path: str | int) -> str:
        where = contact.where_of(*(path or (part,)))
        id_ = f"{name} {part}"
        return tracer.text(Promise(ClaimKind.CONTACT, id_, text, where, id_))

    phones = tuple(
        replace(phone, shown=told(f"phone {index + 1}", phone.shown, "phones", index))
        for index, phone in enumerate(view.phones)
    )
    hours = tuple(
        told(f"hours {index + 1}", line, "hours", index) for index, line in enumerate(view.hours)
    )
    return replace(
        view,
        label=told("label", view.label),
        phones=phones,
        email=told("email", view.email),
        url=told("url", view.url),
        hours=hours,
        note=told("note", view.note),
    )


def traced_note(note: LocalNote, tracer: Tracer, name: str) -> LocalNote:
    """A local note with its title."""

    def told(part: str, text: str) -> str:
        id_ = f"{name} {part}"
        return tracer.text(Promise(ClaimKind.NOTE, id_, text, note.where_of(part), id_))

    changes = {"title": told("title", note.title), "text": told("text", note.text)}
    return note.model_copy(update=changes)
