#!/usr/bin/env python3
"""Writes the small checkpoints the weight tests read, and expected.json with the numbers Python sees in them.
Needs torch and numpy. Usage: make_checkpoints.py FOLDER (tests/unit/weights/fixtures)."""
import argparse
import collections
import json
import os
import pathlib
import pickle
import sys

import numpy as np
import torch


class RunsCode:
    """What a hostile file does: unpickling it would run a command."""

    def __reduce__(self):
        return os.system, ("echo this must never run > HIPWRIGHT_PICKLE_RAN",)


class OwnDict(collections.OrderedDict):
    pass


def values_of(tensor):
    return [float(v) for v in tensor.detach().to(torch.float64).contiguous().flatten()]


def types():
    half = torch.tensor([0.0, 1.0, -2.5, 65504.0, 6e-8, 6.1e-5])
    base = torch.arange(24, dtype=torch.float32).reshape(2, 3, 4) / 3
    volume = torch.arange(2 * 3 * 2 * 2 * 2, dtype=torch.float32).reshape(2, 3, 2, 2, 2)
    return collections.OrderedDict(
        double=torch.tensor([1 / 3, -1e300], dtype=torch.float64)[:1], float=base, half=half.half(), bfloat=half.bfloat16(),
        int64=torch.tensor([-5, 2**40]), int32=torch.tensor([-7, 9], dtype=torch.int32),
        int16=torch.tensor([-300, 300], dtype=torch.int16), int8=torch.tensor([-128, 127], dtype=torch.int8),
        uint8=torch.tensor([0, 255], dtype=torch.uint8), bool=torch.tensor([True, False, True]),
        channels_last=volume.to(memory_format=torch.channels_last_3d), transposed=base.permute(2, 0, 1),
        view=base[1, 1:, ::2], scalar=torch.tensor(7.25), empty=torch.zeros(0, 3), expanded=torch.tensor([4.0]).expand(2, 3),
        parameter=torch.nn.Parameter(torch.tensor([1.5, 2.5])))


def training_extras():
    model = torch.nn.Linear(3, 2)
    optimizer = torch.optim.Adam(model.parameters())
    model(torch.ones(1, 3)).sum().backward()
    optimizer.step()
    return {
        "optimizer": optimizer.state_dict(), "scaler": torch.cuda.amp.GradScaler(enabled=False).state_dict(),
        "args": argparse.Namespace(lr=1e-4, out=pathlib.PurePosixPath("runs/x")), "path": pathlib.PurePosixPath("a/b"),
        "note": "naïve 髋", "raw": b"\x00\xff", "nothing": None, "flag": True, "big": 2**80, "negative": -(2**70),
        "long": 2**40, "best": np.float64(0.125), "best32": np.float32(0.5), "count": np.int64(12), "array": np.arange(3.0),
        "dtype": torch.float16, "size": torch.Size([1, 2]), "set": {1, 2}, "device": torch.device("cpu"), 7: "int key",
        "history": [1.0, 2.0, (3, 4)], "epoch": 41}


def linear(prefix="layer."):
    g = torch.Generator().manual_seed(3)
    return collections.OrderedDict([(prefix + "weight", torch.randn(4, 3, generator=g)), (prefix + "bias", torch.randn(4, generator=g))])


def older_names():
    t = lambda i: torch.full((2, 2), float(i))
    names = ["conv_in.conv.weight", "time_embed.0.weight", "middle_block.attention.to_q.weight",
             "middle_block.attention.proj_attn.weight", "up_blocks.0.upsampler.conv.conv.weight",
             "down_blocks.0.downsampler.op.conv.weight"]
    return collections.OrderedDict((n, t(i)) for i, n in enumerate(names))


def main(folder):
    folder = pathlib.Path(folder)
    expected = {}

    def save(name, content, weights=None, **options):
        torch.save(content, folder / name, **options)
        if weights is not None:
            expected[name] = {k: {"shape": list(v.shape), "values": values_of(v)} for k, v in weights.items()}

    all_types = types()
    save("all_types.pt", {"state_dict": all_types, "scale_factor": torch.tensor(1.25, dtype=torch.float64)}, all_types)
    save("all_types_protocol4.pt", {"state_dict": all_types, "scale_factor": 1.25}, all_types, pickle_protocol=4)
    with_metadata = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.GroupNorm(1, 2)).state_dict()
    save("training.pt", {"state_dict": with_metadata, "scale_factor": np.float64(0.75), "global_mean": np.float32(-0.5),
                         **training_extras()}, with_metadata)
    save("bare.pt", linear(), linear())
    save("data_parallel.pt", {"state_dict": linear("module._orig_mod.layer.")}, linear())
    save("ema.pt", {"state_dict": linear(), "ema_state": {k: v * 2 for k, v in linear().items()}},
         {k: v * 2 for k, v in linear().items()})
    save("older_names.pt", {"state_dict": older_names()})
    save("hostile_extra.pt", {"state_dict": linear(), "extra": RunsCode()}, linear())
    save("hostile_top.pt", RunsCode())
    save("hostile_tensor.pt", {"state_dict": {"layer.weight": RunsCode()}})
    save("own_class.pt", {"state_dict": OwnDict(linear())})
    save("complex.pt", {"state_dict": {"w": torch.tensor([1 + 2j])}})
    save("sparse.pt", {"state_dict": {"w": torch.eye(2).to_sparse()}})
    save("legacy.pt", {"state_dict": linear()}, _use_new_zipfile_serialization=False)
    torch.jit.save(torch.jit.script(torch.nn.Linear(2, 2)), str(folder / "torchscript.pt"))
    (folder / "bare_pickle.pt").write_bytes(pickle.dumps({"a": 1}, 2))
    cycle = {"state_dict": linear()}
    cycle["self"] = cycle
    cycle["list"] = [cycle]
    cycle["list"].append(cycle["list"])
    save("cycle.pt", cycle, linear())
    json.dump(expected, open(folder / "expected.json", "w"), indent=0)


if __name__ == "__main__":
    main(sys.argv[1])
