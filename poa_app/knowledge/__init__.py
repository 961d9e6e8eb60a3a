"""What is known of Amazon's enforcements, metrics, routes and rules: data, each statement with its source."""

from poa_app.knowledge.load import Knowledge, knowledge, read_folder
from poa_app.knowledge.rule_schema import TextRule
from poa_app.knowledge.schema import Enforcement, Message, Question

__all__ = ["Enforcement", "Knowledge", "Message", "Question", "TextRule", "knowledge", "read_folder"]
