"""Putting a label on what wears one, from the page of a device as from that of a part."""

from flask import flash, redirect, request

from fieldforms.errors import N_, Problem
from fieldforms.flow.register import codes
from fieldforms.forms.kinds import clean_text
from fieldforms.web import page
from fieldforms.web.access import actor


def label_posted_for(thing, page_of_thing, address_of_thing):
    """The label whose code was typed, or a new one to be printed, on a device or part that the actor may change.

    `page_of_thing`: its page with what is wrong; `address_of_thing`: where it lives once it wears the label.
    """
    typed = clean_text(request.form.get("code", ""))
    try:
        codes.put_label_on(actor(), thing, typed)
    except Problem as refused:
        return page_of_thing(thing, refused.status, page.say(refused.sentence, **refused.values), typed[:80])
    flash(page.say(N_("标签已绑定。") if typed else N_("新标签已生成，请打印后贴上。")), "success")
    return redirect(address_of_thing(thing), 303)
