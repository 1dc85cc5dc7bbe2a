#!/bin/sh
# From a clean clone on Debian 12 to a proposed implant: installs what is missing, builds the command line, and runs it.
# With the bundled demo model: on a procedural hip whose implant is known, and says how near the proposal came.
# Without it: on the small reference case. Arguments go to `hipwright-cli infer`: installer/run-demo.sh --force
set -eu
cd "$(dirname "$0")/.."
installer/setup-debian.sh
cmake --preset release
cmake --build --preset release --target hipwright-cli

# Threads that wait for each other sleep: on a machine that is busy otherwise, spinning makes small networks six times slower.
export OMP_WAIT_POLICY=PASSIVE
cli=build/release/bin/hipwright-cli
set=build/release/share/hipwright/models/demo
save=$PWD/demo-output
mkdir -p "$save"

# The proposal, then where it lies: infer's last lines name the run's folder.
propose() {
  "$cli" infer --ts 50 --seed 42 --summary --save "$save" "$@" > "$save/result.txt" || {
    status=$?
    cat "$save/result.txt"
    exit $status
  }
  cat "$save/result.txt"
  run=$(sed -n 's/.*Results in //p' "$save/result.txt")
}

if [ -f "$set/ldm.safetensors" ]; then
  # Training draws its hips from small seeds; this one it never saw.
  hip=$save/hip_9000001
  "$cli" phantom --seed 9000001 --side right --spacing 1,1,1 --size 96,80,144 --save "$hip" > /dev/null
  propose --cond "$hip/ct.nii.gz" --model "$set" --cfg 2 "$@"
  if [ -n "$run" ] && "$cli" measure --help > /dev/null 2>&1; then
    echo
    echo "Against the implant that belongs into this hip ($hip/implant_sdf.nii.gz):"
    "$cli" measure "$run" --truth "$hip/implant_sdf.nii.gz"
  fi
else
  # The networks of this case are small and trained on noise: they show that everything works, not what an implant is.
  case=tests/golden/case_A
  propose --cond "$case/ct.nii.gz" --vae-pre "$case/vae_pre.pt" --vae-metal "$case/vae_metal.pt" --ldm "$case/ldm.pt" \
    --profile "$case/profile.json" --cfg 3 "$@"
fi
