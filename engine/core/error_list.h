// Every error the program can report, in one place: name, kind, what happened, what to do. {name} is a named value.
#pragma once

// clang-format off
#define HIPWRIGHT_ERROR_LIST(X) \
  /* files */ \
  X(FileNotFound, Input, "There is no file {path}.", "Check the spelling, or choose the file again.") \
  X(FileUnreadable, Input, "The file {path} cannot be read: {reason}.", "Check that you may read it and that it is not a folder.") \
  X(FileUnwritable, Resources, "The file {path} cannot be written: {reason}.", "Choose a folder that is there and that you may write to, with room enough, and a name that is not too long.") \
  X(FileTruncated, Input, "The file {path} is cut short: it has {have} of the {need} bytes its header announces.", "Copy or export the file again.") \
  X(FileDamaged, Input, "The file {path} is damaged: {reason}.", "Copy or export the file again.") \
  X(UnknownFormat, Input, "The file {path} is not a file Hipwright can read: {reason}.", "Give {expected}.") \
  X(DataFileElsewhere, Input, "The file {path} names {name} as the file of its voxels, which does not lie beside it.", "Put both files into one folder and name the data file without a path.") \
  X(TooManyFiles, Input, "The folder {path} holds more than {limit}.", "Choose the folder of the one CT, not a whole archive.") \
  /* CT */ \
  X(NoSeries, Input, "The folder {path} holds no CT: {reason}.", "Choose the folder that holds the DICOM files of one CT.") \
  X(SeveralSeries, Input, "The folder {path} holds several CT series:\n{table}\nOne of them has to be chosen.", "Give its number with --series, or one file of the series instead of the folder.") \
  X(UnknownSeries, Input, "The folder {path} has no CT series {series}:\n{table}", "Give the number of one of these.") \
  X(BadSlices, Input, "The slices of {path} do not make one volume: {reason}.", "Export the series again, completely and without other series.") \
  X(UnsupportedDicom, Input, "The DICOM file {path} is of a kind Hipwright does not read: {reason}.", "Export the CT as single uncompressed slices, or as NIfTI.") \
  X(BadHeader, Input, "The header of {path} makes no sense: {reason}.", "Export the CT again, or repair the header with another program.") \
  X(NotAVolume, Input, "The file {path} is not one CT volume: {reason}.", "Give a single three-dimensional CT.") \
  X(UnsupportedVoxelType, Input, "The voxels of {path} are of a kind that is not a CT: {type}.", "Export it with one integer or real number per voxel.") \
  X(NonFiniteVoxels, Input, "The CT {path} has {count} voxels that are not numbers.", "Export it again, or replace them by -1024 with another program.") \
  X(BadGeometry, Input, "The volume has no usable geometry: {reason}.", "Export the CT again with its spacing and orientation.") \
  X(CaseRefused, Input, "This CT cannot be used with this model: {reasons}.", "Change what is named there, or give another CT of the hip.") \
  X(VolumeTooLarge, Resources, "The volume {path} needs {need} of memory and {have} are free.", "Crop the CT to the hip, or use a computer with more memory.") \
  /* weights and models */ \
  X(LegacyCheckpoint, Input, "The checkpoint {path} is in the format that PyTorch used before 1.6.", "Convert it in Python: torch.save(torch.load(old), new).") \
  X(UnsafePickle, Input, "The checkpoint {path} asks for {name}, which a closed reader does not do.", "Save only tensors, numbers, texts, lists and dictionaries, for example the state_dict.") \
  X(BadCheckpoint, Input, "The checkpoint {path} cannot be used: {reason}.", "Check that it is the right file and that it was copied completely.") \
  X(CheckpointMismatch, Input, "The checkpoint {path} does not fit the network of the profile:\n{table}", "Choose the checkpoint that belongs to this model, or the profile that belongs to this checkpoint.") \
  X(BadProfile, Input, "The model profile {path} cannot be used: {reason}.", "Correct this field, or remove it to use the default.") \
  X(ModelNotFound, Input, "No model was found: {reason}.", "Give one with --model DIR, or with --vae-pre, --vae-metal and --ldm.") \
  X(BadLatentShape, Input, "The network cannot work on this size: {reason}.", "Use a profile whose window and pad multiple fit its networks.") \
  X(ModelGaveNonFinite, Input, "The model produced values that are not numbers in {phase}.", "Try --no-amp; if it stays, the weights are damaged or do not belong together.") \
  /* requests */ \
  X(BadRequest, Input, "The settings cannot be used: {problems}.", "Correct them and start again.") \
  X(BadRunFile, Input, "The file {path} is not a usable run or settings file: {reason}.", "Choose the run.json of a finished run, or the folder of an interrupted one.") \
  X(BadPreset, Input, "The preset {path} cannot be used: {reason}.", "Correct the file, or take it out of the folder of presets.") \
  X(BadPresetName, Input, "A preset cannot be called \"{name}\": {reason}.", "Choose another name.") \
  X(PresetShipped, Input, "The preset {name} comes with Hipwright and stays as it is.", "Save a copy of it under another name.") \
  X(NoDevice, Input, "The device {device} is not available: {reason}.", "Use --device cpu, or auto to let Hipwright choose.") \
  X(EmptySurface, Input, "The field has no surface: {reason}.", "Look at the stages; try another seed or another guidance value.") \
  X(BadGoldenCase, Input, "The folder {path} is not a complete reference case: {reason}.", "Give a folder with config.json, checkpoints and arrays.") \
  /* resources and bugs */ \
  X(FolderBusy, Resources, "Another run is writing into {path} at this moment.", "Wait until it has ended; its result will be found then.") \
  X(MemoryWithoutWindows, Resources, "The run needs {need} more memory and {have} are free.", "Use --tiled: in windows it needs {less} more.") \
  X(MemoryForRegion, Resources, "The run needs {need} more memory and {have} are free.", "Close other programs, or choose a smaller region (--roi, in windows): {percent} % of this one's length along each axis would fit.") \
  X(MemoryForModel, Resources, "The run needs {need} more memory and {have} are free.", "Close other programs, or use a computer with more memory: the smallest region still needs {least} more with this model.") \
  X(MemoryForProcessor, Resources, "The memory of the device did not suffice for {phase}, and on the processor the run needs {need} more memory and {have} are free.", "Close other programs and start again. If it stays, use --tiled or a smaller region (--roi).") \
  X(OutOfMemory, Resources, "The memory did not suffice for {phase}.", "Close other programs and start again, with --tiled or a smaller region if it stays.") \
  X(MemoryForProcessorKept, Resources, "The memory of the device did not suffice for {phase}, and on the processor the run needs {need} more memory and {have} are free; the denoising done so far is kept in {folder}.", "Close other programs and go on with: hipwright-cli infer --from \"{folder}\". With --tiled or a smaller region (--roi) the denoising starts anew.") \
  X(OutOfMemoryKept, Resources, "The memory did not suffice for {phase}; the denoising done so far is kept in {folder}.", "Close other programs and go on with: hipwright-cli infer --from \"{folder}\". With --tiled or a smaller region (--roi) the denoising starts anew.") \
  X(SurfaceTooLarge, Resources, "The surface needs more than {limit} points, more than a mesh can hold.", "Look at the field: a field this rough is noise; try another seed or another guidance value.") \
  X(DeviceFailed, Resources, "The device {device} failed: {reason}.", "Try again, or use --device cpu.") \
  X(Internal, Bug, "Something went wrong inside Hipwright: {reason}.", "Report this text together with the request; nothing that was written before is lost.")
// clang-format on
