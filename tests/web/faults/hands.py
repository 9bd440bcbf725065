"""The board as it reads."""


def text(response) -> str:
    return response.get_data(as_text=True)
