"""The skeleton that a new guide starts from: every part once, with remarks and marks of what to do.

It passes the check but for its marks, so that an author sees what is left and nothing else.
"""

from string import Template

from optout_desktop.guides.format.types import Slug

_SKELETON = Template("""\
#:schema ../../resources/schema/guide.schema.json
# Licence: CC0-1.0.
#
# docs/authors.md leads through this file. Replace what is marked as still to do: the command
# “guides check” lists the marks that are left. What follows a # is a remark for authors, which
# readers never see. Remove the remarks that you do not need.

format = 2
slug = "$slug"
name = "TODO: the name of the service, as it writes it"
# Other names that people type to find it. Leave the list empty if there are none.
aliases = []
# social, assistant, search, developer, publishing, productivity, creative, messaging, media, work,
# commerce or device
category = "social"
# The only hosts that the links of steps may open, such as "www.example.com".
domains = ["todo.example"]  # TODO: the host of the service
revision = 1
summary = "TODO: one sentence: what is used for training, and whether by default."

# Who answers for the data ----------------------------------------------------------------------

company = [{ name = "TODO: the company, as its privacy policy names it", sources = ["policy"] }]

# Does it apply to the reader? ------------------------------------------------------------------
# One line for each group of people with another answer, the most special first. The last one has
# no regions and holds for everybody else. The answer is yes, reported, no, reported-no, off,
# reported-off, off-unless, admin, disputed or unknown.

applies = [
  # { answer = "no", regions = ["EU"], because = "The reason.", sources = ["policy"] },
  { answer = "yes", because = "TODO: the sentence that readers see.", sources = ["policy"] },
]

# What changed, oldest first --------------------------------------------------------------------

# timeline = [
#   { date = 2026-01-31, text = "One sentence: what changed.", sources = ["policy"] },
# ]

# What the company does with the data, beside the tasks -----------------------------------------

[[fact]]
id = "data-used"
title = "What is used"
text = "TODO: what is used, in your own words."
sources = ["policy"]

# What can be done ------------------------------------------------------------------------------
# One [[task]] for each thing. The kind is toggle, choice, form, e-mail, request, delete, publish,
# plan, admin or nothing; docs/guide-format.md says what each needs.

[[task]]
# Ids are permanent: progress is kept by them.
id = "ai-toggle"
kind = "toggle"
title = "TODO: what the person does, such as: Switch off AI training"
minutes = 2
default = "TODO: how the switch is found, such as: On"
leave = "TODO: how it should be left, such as: Off"
# off, on or other: what that means
turn = "off"
# future-only, new-only, stored-too, also-past, asks-only, not-training or unknown
effect = "unknown"
stops = "TODO: what ends, or that no source says it."
stays = "TODO: what stays in use, or that no source says it."
undo = "TODO: how to turn it back on, or that no source says it."
# high, medium or low; its steps have the same, if they do not say otherwise
confidence = "low"
# Its steps have these too, if they do not name others; they are as of the newest of their sources.
sources = ["policy"]

  [[task.step]]
  id = "switch"
  title = "TODO: one action, such as: Turn “Improve the model” off"
  text = "TODO: where it is, in one or two sentences; labels of the page in quotes."
  seen = "TODO: what is seen when it worked."
  # web, app, ios, android, desktop, device, own-site or e-mail; not said by any source: remove it
  surface = "web"
  path = ["TODO: the first thing to press", "TODO: the next"]
  # Only an address that a source names, on one of the domains above:
  # url = "https://www.example.com/settings"
  picture.title = "TODO: the heading of the page"
  picture.part = [
    { kind = "bars", count = 2 },
    { kind = "toggle", label = "TODO: the label of the switch, exactly", mark = 1 },
  ]

# Sources ---------------------------------------------------------------------------------------
# Begin here: a guide says nothing that no source says. One line each; the kind is official,
# regulator, press, community or own. Remove what a source does not have: its address, its date.

[source]
# TODO: its address, and its date
policy = { title = "Privacy policy", publisher = "TODO: who publishes it", kind = "official", \
url = "https://www.example.com/privacy", published = 2026-01-31 }
""")


def skeleton(slug: Slug) -> str:
    """Return the skeleton of the guide ``slug`` as TOML."""
    return _SKELETON.substitute(slug=slug)
