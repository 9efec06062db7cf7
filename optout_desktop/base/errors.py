"""The one error that a person may see."""


class OptoutError(Exception):
    """Something that went wrong, said so that a person knows what to do next.

    ``title`` says what happened in one line; ``hint`` says what to do. Both are translated where
    they are raised.
    """

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.title} {self.hint}".rstrip()
