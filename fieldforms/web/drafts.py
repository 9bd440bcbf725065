from flask import Blueprint

blueprint = Blueprint("drafts", __name__)
