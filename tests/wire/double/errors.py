"""Discord's refusals: a status, a code and a message (Discord's "Opcodes and Status Codes" page)."""

from __future__ import annotations

from dataclasses import dataclass

from tests.wire.double.basics import Json


@dataclass(frozen=True, slots=True)
class ApiError(Exception):
    """A request is refused with ``status`` and the JSON error ``code``."""

    status: int
    code: int
    message: str

    def body(self) -> Json:
        """What Discord answers."""
        return {"message": self.message, "code": self.code}


def invalid_form(what: str) -> ApiError:
    """The payload breaks a rule that Discord checks."""
    return ApiError(400, 50035, f"Invalid Form Body: {what}")


UNAUTHORIZED = ApiError(401, 0, "401: Unauthorized")
UNEXPECTED_ROUTE = ApiError(404, 0, "404: Not Found")
UNKNOWN_CHANNEL = ApiError(404, 10003, "Unknown Channel")
UNKNOWN_GUILD = ApiError(404, 10004, "Unknown Guild")
UNKNOWN_MEMBER = ApiError(404, 10007, "Unknown Member")
UNKNOWN_MESSAGE = ApiError(404, 10008, "Unknown Message")
UNKNOWN_USER = ApiError(404, 10013, "Unknown User")
UNKNOWN_WEBHOOK = ApiError(404, 10015, "Unknown Webhook")
UNKNOWN_INTERACTION = ApiError(404, 10062, "Unknown interaction")
UNKNOWN_EVENT = ApiError(404, 10070, "Unknown Guild Scheduled Event")
TOO_MANY_EVENTS = ApiError(400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)")
ALREADY_CROSSPOSTED = ApiError(400, 40033, "This message has already been crossposted.")
ALREADY_ACKNOWLEDGED = ApiError(400, 40060, "Interaction has already been acknowledged.")
MISSING_ACCESS = ApiError(403, 50001, "Missing Access")
NOT_YOUR_MESSAGE = ApiError(403, 50005, "Cannot edit a message authored by another user")
EMPTY_MESSAGE = ApiError(400, 50006, "Cannot send an empty message")
CLOSED_DMS = ApiError(403, 50007, "Cannot send messages to this user")
MISSING_PERMISSIONS = ApiError(403, 50013, "Missing Permissions")
WRONG_CHANNEL_TYPE = ApiError(400, 50024, "Cannot execute action on this channel type")
INVALID_TOKEN = ApiError(401, 50027, "Invalid Webhook Token")
TOO_MANY_FOLLOWUPS = ApiError(400, 40094, "This interaction has reached its limit of follow-up messages")
REPLY_WITHOUT_HISTORY = ApiError(400, 160002, "Cannot reply without permission to read message history")
THREAD_LOCKED = ApiError(400, 160005, "Thread is locked")
EVENT_IS_OVER = ApiError(400, 180000, "Cannot update a finished event")
