<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>Frames</name>
        <message>
            <source>Pre-op</source>
            <translation>Pre-op</translation>
        </message>
        <message>
            <source>Final</source>
            <translation>Final</translation>
        </message>
        <message>
            <source>Step %1</source>
            <translation>Step %1</translation>
        </message>
        <message>
            <source>at the end</source>
            <translation>at the end</translation>
        </message>
        <message>
            <source>after step %1</source>
            <translation>after step %1</translation>
        </message>
        <message>
            <source>not run</source>
            <translation>not run</translation>
        </message>
        <message>
            <source>change %1 %</source>
            <translation>change %1 %</translation>
        </message>
        <message>
            <source>approximate</source>
            <translation>approximate</translation>
        </message>
        <message>
            <source>click to decode</source>
            <translation>click to decode</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>exact</translation>
        </message>
        <message>
            <source>decoding…</source>
            <translation>decoding…</translation>
        </message>
        <message>
            <source>%1 % since step %2</source>
            <translation>%1 % since step %2</translation>
        </message>
        <message>
            <source>approximate, implant changed by %1 % since step %2</source>
            <translation>approximate, implant changed by %1 % since step %2</translation>
        </message>
        <message>
            <source>exact, implant changed by %1 % since step %2</source>
            <translation>exact, implant changed by %1 % since step %2</translation>
        </message>
        <message>
            <source>exact; as previewed, the implant changed by %1 % since step %2</source>
            <translation>exact; as previewed, the implant changed by %1 % since step %2</translation>
        </message>
</context>
    <context>
        <name>Preset</name>
        <message>
            <source>Quick look</source>
            <translation>Quick look</translation>
        </message>
        <message>
            <source>Recommended</source>
            <translation>Recommended</translation>
        </message>
        <message>
            <source>High fidelity</source>
            <translation>High fidelity</translation>
        </message>
        <message>
            <source>Low memory</source>
            <translation>Low memory</translation>
        </message>
        <message>
            <source>20 steps: the shape in a fraction of the time, to see whether case and region are right.</source>
            <translation>20 steps: the shape in a fraction of the time, to see whether case and region are right.</translation>
        </message>
        <message>
            <source>Guidance 3 at 50 steps: what fits most cases.</source>
            <translation>Guidance 3 at 50 steps: what fits most cases.</translation>
        </message>
        <message>
            <source>200 steps and every stage saved: the finest detail, about four times as long.</source>
            <translation>200 steps and every stage saved: the finest detail, about four times as long.</translation>
        </message>
        <message>
            <source>One window at a time and few previews, for computers with little memory. The result is that of the recommended settings.</source>
            <translation>One window at a time and few previews, for computers with little memory. The result is that of the recommended settings.</translation>
        </message>
        <message>
            <source>Guidance (CFG)</source>
            <translation>Guidance (CFG)</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Steps</translation>
        </message>
        <message>
            <source>Save every stage</source>
            <translation>Save every stage</translation>
        </message>
        <message>
            <source>Live frames</source>
            <translation>Live frames</translation>
        </message>
        <message>
            <source>Tiled encode and decode</source>
            <translation>Tiled encode and decode</translation>
        </message>
        <message>
            <source>Tiles at once</source>
            <translation>Tiles at once</translation>
        </message>
        <message>
            <source>Mixed precision</source>
            <translation>Mixed precision</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Device</translation>
        </message>
        <message>
            <source>Processor threads</source>
            <translation>Processor threads</translation>
        </message>
        <message>
            <source>Source of the noise</source>
            <translation>Source of the noise</translation>
        </message>
        <message>
            <source>Frame of the surface</source>
            <translation>Frame of the surface</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Description</translation>
        </message>
        <message>
            <source>none</source>
            <translation>none</translation>
        </message>
        <message>
            <source>not set</source>
            <translation>not set</translation>
        </message>
        <message>
            <source>on</source>
            <translation>on</translation>
        </message>
        <message>
            <source>off</source>
            <translation>off</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <translation>%1: %2 → %3</translation>
        </message>
</context>
    <context>
        <name>RequestText</name>
        <message>
            <source>below 0 works against the CT</source>
            <translation>below 0 works against the CT</translation>
        </message>
        <message>
            <source>0 ignores the CT</source>
            <translation>0 ignores the CT</translation>
        </message>
        <message>
            <source>1 follows the CT without guidance</source>
            <translation>1 follows the CT without guidance</translation>
        </message>
        <message>
            <source>above 10 distorts; 3 to 7 recommended</source>
            <translation>above 10 distorts; 3 to 7 recommended</translation>
        </message>
        <message>
            <source>3 to 7 recommended, above 10 distorts</source>
            <translation>3 to 7 recommended, above 10 distorts</translation>
        </message>
        <message numerus="yes">
            <source>CFG %1, %n step(s), seed %2</source>
            <translation>
                <numerusform>CFG %1, %n step, seed %2</numerusform>
                <numerusform>CFG %1, %n steps, seed %2</numerusform>
            </translation>
        </message>
</context>
    <context>
        <name>SliceView</name>
        <message>
            <source>Measure a distance</source>
            <translation>Measure a distance</translation>
        </message>
        <message>
            <source>Measure an angle</source>
            <translation>Measure an angle</translation>
        </message>
        <message>
            <source>Remove all measurements</source>
            <translation>Remove all measurements</translation>
        </message>
        <message>
            <source>Crosshair</source>
            <translation>Crosshair</translation>
        </message>
        <message>
            <source>Implant</source>
            <translation>Implant</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Region</translation>
        </message>
        <message>
            <source>Axial</source>
            <translation>Axial</translation>
        </message>
        <message>
            <source>Coronal</source>
            <translation>Coronal</translation>
        </message>
        <message>
            <source>Sagittal</source>
            <translation>Sagittal</translation>
        </message>
        <message>
            <source>Default</source>
            <translation>Default</translation>
        </message>
        <message>
            <source>Bone</source>
            <translation>Bone</translation>
        </message>
        <message>
            <source>Soft tissue</source>
            <translation>Soft tissue</translation>
        </message>
        <message>
            <source>Metal</source>
            <translation>Metal</translation>
        </message>
        <message>
            <source>Copy the picture</source>
            <translation>Copy the picture</translation>
        </message>
        <message>
            <source>Reset the view</source>
            <translation>Reset the view</translation>
        </message>
        <message>
            <source>%1 mm</source>
            <translation>%1 mm</translation>
        </message>
</context>
    <context>
        <name>Viewport</name>
        <message>
            <source>No 3-D view on this machine</source>
            <translation>No 3-D view on this machine</translation>
        </message>
        <message>
            <source>Slices, generation and export work as usual.</source>
            <translation>Slices, generation and export work as usual.</translation>
        </message>
        <message>
            <source>OpenGL is switched off.</source>
            <translation>OpenGL is switched off.</translation>
        </message>
        <message>
            <source>This display has no OpenGL.</source>
            <translation>This display has no OpenGL.</translation>
        </message>
        <message>
            <source>The graphics driver offers no OpenGL.</source>
            <translation>The graphics driver offers no OpenGL.</translation>
        </message>
        <message>
            <source>The graphics driver offers OpenGL %1.%2, and 3.2 is needed.</source>
            <translation>The graphics driver offers OpenGL %1.%2, and 3.2 is needed.</translation>
        </message>
</context>
    <context>
        <name>Wording</name>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 min %2 s</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 h %2 min</translation>
        </message>
        <message>
            <source>%1, %2° oblique</source>
            <translation>%1, %2° oblique</translation>
        </message>
        <message>
            <source>%1 MB</source>
            <translation>%1 MB</translation>
        </message>
        <message>
            <source>%1 GB</source>
            <translation>%1 GB</translation>
        </message>
        <message>
            <source>Reading the CT</source>
            <translation>Reading the CT</translation>
        </message>
        <message>
            <source>Loading the model</source>
            <translation>Loading the model</translation>
        </message>
        <message>
            <source>Preparing</source>
            <translation>Preparing</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>Encoding</translation>
        </message>
        <message>
            <source>Denoising</source>
            <translation>Denoising</translation>
        </message>
        <message>
            <source>Decoding</source>
            <translation>Decoding</translation>
        </message>
        <message>
            <source>Fusing</source>
            <translation>Fusing</translation>
        </message>
        <message>
            <source>Extracting the surface</source>
            <translation>Extracting the surface</translation>
        </message>
        <message>
            <source>Saving</source>
            <translation>Saving</translation>
        </message>
        <message>
            <source>Guidance above 10 distorts the implant; 3 to 7 is recommended.</source>
            <translation>Guidance above 10 distorts the implant; 3 to 7 is recommended.</translation>
        </message>
        <message>
            <source>These settings gave this result before; it was found on disk.</source>
            <translation>These settings gave this result before; it was found on disk.</translation>
        </message>
        <message>
            <source>The field has no surface: no implant was generated, and the STL is empty.</source>
            <translation>The field has no surface: no implant was generated, and the STL is empty.</translation>
        </message>
        <message>
            <source>The surface has faults a printer would not accept.</source>
            <translation>The surface has faults a printer would not accept.</translation>
        </message>
        <message>
            <source>An interrupted run of these settings had finished denoising; it went on from there.</source>
            <translation>An interrupted run of these settings had finished denoising; it went on from there.</translation>
        </message>
        <message>
            <source>A demo model: for trying the program. Everything it makes is marked DEMO.</source>
            <translation>A demo model: for trying the program. Everything it makes is marked DEMO.</translation>
        </message>
        <message>
            <source>Memory ran out. What was kept for later was given back, and the work is tried again.</source>
            <translation>Memory ran out. What was kept for later was given back, and the work is tried again.</translation>
        </message>
        <message>
            <source>The memory of the device ran out. It goes on with one window at a time.</source>
            <translation>The memory of the device ran out. It goes on with one window at a time.</translation>
        </message>
        <message>
            <source>The memory of the device ran out. The processor computes from here on, which takes longer.</source>
            <translation>The memory of the device ran out. The processor computes from here on, which takes longer.</translation>
        </message>
        <message>
            <source>Memory ran out for a preview. The run goes on without previews; close other programs to see them next time.</source>
            <translation>Memory ran out for a preview. The run goes on without previews; close other programs to see them next time.</translation>
        </message>
        <message>
            <source>Memory ran out for a stage. The stages are decoded once the denoising is saved; should the run end there, continue it: only decoding is left.</source>
            <translation>Memory ran out for a stage. The stages are decoded once the denoising is saved; should the run end there, continue it: only decoding is left.</translation>
        </message>
        <message>
            <source>An interrupted run of these settings had done part of the denoising; it went on from there.</source>
            <translation>An interrupted run of these settings had done part of the denoising; it went on from there.</translation>
        </message>
        <message>
            <source>What an interrupted run had kept is damaged or of another request; the denoising was done anew.</source>
            <translation>What an interrupted run had kept is damaged or of another request; the denoising was done anew.</translation>
        </message>
        <message>
            <source>This processor is no faster with mixed precision, so that the run computes with full precision.</source>
            <translation>This processor is no faster with mixed precision, so that the run computes with full precision.</translation>
        </message>
</context>
    <context>
        <name>hipwright::AboutDialog</name>
        <message>
            <source>About Hipwright</source>
            <translation>About Hipwright</translation>
        </message>
        <message>
            <source>Proposes a hip implant for a pre-operative CT with a 3-D latent diffusion model.</source>
            <translation>Proposes a hip implant for a pre-operative CT with a 3-D latent diffusion model.</translation>
        </message>
        <message>
            <source>Research use only. It is not a medical device, and nothing it produces may decide how a patient is treated.</source>
            <translation>Research use only. It is not a medical device, and nothing it produces may decide how a patient is treated.</translation>
        </message>
        <message>
            <source>Free software under the GNU General Public License, version 3 or later.</source>
            <translation>Free software under the GNU General Public License, version 3 or later.</translation>
        </message>
        <message>
            <source>Copy versions</source>
            <translation>Copy versions</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
</context>
    <context>
        <name>hipwright::CasePanel</name>
        <message>
            <source>None yet. Press Generate.</source>
            <translation>None yet. Press Generate.</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>Side</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>Spacing</source>
            <translation>Spacing</translation>
        </message>
        <message>
            <source>Orientation</source>
            <translation>Orientation</translation>
        </message>
        <message>
            <source>Preflight</source>
            <translation>Preflight</translation>
        </message>
        <message>
            <source>HU and how the model sees it</source>
            <translation>HU and how the model sees it</translation>
        </message>
        <message>
            <source>Runs of this case</source>
            <translation>Runs of this case</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Ready</translation>
        </message>
        <message>
            <source>It can run; look at the marked lines.</source>
            <translation>It can run; look at the marked lines.</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Checking…</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>Doubtful</source>
            <translation>Doubtful</translation>
        </message>
        <message>
            <source>No run is possible before this is solved.</source>
            <translation>No run is possible before this is solved.</translation>
        </message>
        <message>
            <source>Hip and region</source>
            <translation>Hip and region</translation>
        </message>
        <message>
            <source>Show or hide the HU chart</source>
            <translation>Show or hide the HU chart</translation>
        </message>
</context>
    <context>
        <name>hipwright::ChangeTable</name>
        <message>
            <source>Setting</source>
            <translation>Setting</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>After saving</source>
            <translation>After saving</translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>What changes</translation>
        </message>
</context>
    <context>
        <name>hipwright::ExportDialog</name>
        <message>
            <source>Export implant</source>
            <translation>Export implant</translation>
        </message>
        <message>
            <source>Made with the DEMO model</source>
            <translation>Made with the DEMO model</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Volume</translation>
        </message>
        <message>
            <source>Triangles</source>
            <translation>Triangles</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>CFG %1, seed %2</source>
            <translation>CFG %1, seed %2</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>Printer</translation>
        </message>
        <message>
            <source>Repair…</source>
            <translation>Repair…</translation>
        </message>
        <message>
            <source>Undo repair</source>
            <translation>Undo repair</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>Show folder</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Reading the surface…</source>
            <translation>Reading the surface…</translation>
        </message>
        <message>
            <source>%1 cm³</source>
            <translation>%1 cm³</translation>
        </message>
        <message>
            <source>about %1</source>
            <translation>about %1</translation>
        </message>
        <message>
            <source>No surface to show</source>
            <translation>No surface to show</translation>
        </message>
        <message numerus="yes">
            <source>Export although %n check(s) failed</source>
            <translation>
                <numerusform>Export although %n check failed</numerusform>
                <numerusform>Export although %n checks failed</numerusform>
            </translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Exporting…</source>
            <translation>Exporting…</translation>
        </message>
        <message>
            <source>Export %1</source>
            <translation>Export %1</translation>
        </message>
        <message>
            <source>The print report is being made.</source>
            <translation>The print report is being made.</translation>
        </message>
        <message>
            <source>Keep the repair or go back to the report first.</source>
            <translation>Keep the repair or go back to the report first.</translation>
        </message>
        <message>
            <source>Repair it, or tick the box at the left.</source>
            <translation>Repair it, or tick the box at the left.</translation>
        </message>
        <message>
            <source>Name a file first.</source>
            <translation>Name a file first.</translation>
        </message>
        <message>
            <source>Saved and checked, %1</source>
            <translation>Saved and checked, %1</translation>
        </message>
        <message>
            <source>Exported %1</source>
            <translation>Exported %1</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>Repair</translation>
        </message>
        <message>
            <source>none</source>
            <translation>none</translation>
        </message>
</context>
    <context>
        <name>hipwright::FailureDialog</name>
        <message>
            <source>What to do</source>
            <translation>What to do</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Copy details</translation>
        </message>
        <message>
            <source>Open log</source>
            <translation>Open log</translation>
        </message>
        <message>
            <source>Code %1</source>
            <translation>Code %1</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
</context>
    <context>
        <name>hipwright::FrameStrip</name>
        <message>
            <source>Stages of the run</source>
            <translation>Stages of the run</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translation>Copy picture</translation>
        </message>
        <message>
            <source>Save picture…</source>
            <translation>Save picture…</translation>
        </message>
        <message>
            <source>Save strip…</source>
            <translation>Save strip…</translation>
        </message>
        <message>
            <source>Stages</source>
            <translation>Stages</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>Save picture</translation>
        </message>
        <message>
            <source>Pictures (*.png)</source>
            <translation>Pictures (*.png)</translation>
        </message>
</context>
    <context>
        <name>hipwright::HuHistogram</name>
        <message>
            <source>Open a CT to see its HU values.</source>
            <translation>Open a CT to see its HU values.</translation>
        </message>
        <message>
            <source>HU</source>
            <translation>HU</translation>
        </message>
        <message>
            <source>HU and how the model sees it</source>
            <translation>HU and how the model sees it</translation>
        </message>
        <message>
            <source>Bars: how often each HU occurs. Line: the value the model gets.</source>
            <translation>Bars: how often each HU occurs. Line: the value the model gets.</translation>
        </message>
        <message>
            <source>Voxels</source>
            <translation>Voxels</translation>
        </message>
        <message>
            <source>Value for the model</source>
            <translation>Value for the model</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Model</translation>
        </message>
        <message>
            <source>%1 to %2 HU</source>
            <translation>%1 to %2 HU</translation>
        </message>
        <message>
            <source>%1 voxels</source>
            <translation>%1 voxels</translation>
        </message>
        <message>
            <source>The model gets %1</source>
            <translation>The model gets %1</translation>
        </message>
</context>
    <context>
        <name>hipwright::LogPanel</name>
        <message>
            <source>Log</source>
            <translation>Log</translation>
        </message>
        <message>
            <source>Copy the log</source>
            <translation>Copy the log</translation>
        </message>
</context>
    <context>
        <name>hipwright::MainToolBar</name>
        <message>
            <source>Toolbar</source>
            <translation>Toolbar</translation>
        </message>
        <message>
            <source>Gray window of the slices: width and level in HU</source>
            <translation>Gray window of the slices: width and level in HU</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Stopping…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>Window</translation>
        </message>
        <message>
            <source>Memory in use</source>
            <translation>Memory in use</translation>
        </message>
</context>
    <context>
        <name>hipwright::MainWindow</name>
        <message>
            <source>Research use only</source>
            <translation>Research use only</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Stages</source>
            <translation>Stages</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Log</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Ready</translation>
        </message>
        <message>
            <source>Open a CT first</source>
            <translation>Open a CT first</translation>
        </message>
        <message>
            <source>Another CT is being opened</source>
            <translation>Another CT is being opened</translation>
        </message>
        <message>
            <source>Choose a model set first</source>
            <translation>Choose a model set first</translation>
        </message>
        <message>
            <source>Generate an implant for this CT (Ctrl+G)</source>
            <translation>Generate an implant for this CT (Ctrl+G)</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatic</translation>
        </message>
        <message numerus="yes">
            <source>%n processor core(s), %1 of memory free</source>
            <translation>
                <numerusform>%n processor core, %1 of memory free</numerusform>
                <numerusform>%n processor cores, %1 of memory free</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 free</source>
            <translation>%1 free</translation>
        </message>
        <message>
            <source>Open CT</source>
            <translation>Open CT</translation>
        </message>
        <message>
            <source>CT volumes (%1);;All files (*)</source>
            <translation>CT volumes (%1);;All files (*)</translation>
        </message>
        <message>
            <source>Open the folder of a run</source>
            <translation>Open the folder of a run</translation>
        </message>
        <message>
            <source>Where is %1?</source>
            <translation>Where is %1?</translation>
        </message>
        <message>
            <source>the demo hip</source>
            <translation>the demo hip</translation>
        </message>
        <message>
            <source>Cannot delete the run</source>
            <translation>Cannot delete the run</translation>
        </message>
        <message>
            <source>Moved to trash: %1</source>
            <translation>Moved to trash: %1</translation>
        </message>
        <message>
            <source>Your case and settings are kept.</source>
            <translation>Your case and settings are kept.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Nothing was changed.</translation>
        </message>
        <message>
            <source>Choose another model…</source>
            <translation>Choose another model…</translation>
        </message>
        <message>
            <source>Work on tiles and run again</source>
            <translation>Work on tiles and run again</translation>
        </message>
        <message>
            <source>A run is going</source>
            <translation>A run is going</translation>
        </message>
        <message>
            <source>Stop the run and close the window?</source>
            <translation>Stop the run and close the window?</translation>
        </message>
        <message>
            <source>Stop and close</source>
            <translation>Stop and close</translation>
        </message>
        <message>
            <source>Keep running</source>
            <translation>Keep running</translation>
        </message>
        <message>
            <source>This is not a CT volume or a folder of one</source>
        <translation>This is not a CT volume or a folder of one</translation>
        </message>
        <message>
            <source>   %1 HU</source>
            <translation>   %1 HU</translation>
        </message>
        <message>
            <source>Opening %1</source>
            <translation>Opening %1</translation>
        </message>
        <message>
            <source>Opening %1…</source>
            <translation>Opening %1…</translation>
        </message>
        <message>
            <source>Cannot open the CT</source>
            <translation>Cannot open the CT</translation>
        </message>
        <message>
            <source>Cannot open the run</source>
            <translation>Cannot open the run</translation>
        </message>
        <message>
            <source>Cannot show this stage</source>
            <translation>Cannot show this stage</translation>
        </message>
        <message>
            <source>Saving to %1</source>
            <translation>Saving to %1</translation>
        </message>
        <message>
            <source>The run failed</source>
            <translation>The run failed</translation>
        </message>
        <message>
            <source>The box lies around the left hip: Side was Right and is now Left.</source>
            <translation>The box lies around the left hip: Side was Right and is now Left.</translation>
        </message>
        <message>
            <source>The box lies around the right hip: Side was Left and is now Right.</source>
            <translation>The box lies around the right hip: Side was Left and is now Right.</translation>
        </message>
        <message>
            <source>Opened %1</source>
            <translation>Opened %1</translation>
        </message>
        <message>
            <source>Pre-op</source>
            <translation>Pre-op</translation>
        </message>
        <message>
            <source>Stage: final</source>
            <translation>Stage: final</translation>
        </message>
        <message>
            <source>Stage: step %1</source>
            <translation>Stage: step %1</translation>
        </message>
        <message>
            <source>Showing the final implant, as saved in the STL</source>
            <translation>Showing the final implant, as saved in the STL</translation>
        </message>
        <message>
            <source>Same as run %1</source>
            <translation>Same as run %1</translation>
        </message>
        <message>
            <source>The preset was not changed</source>
            <translation>The preset was not changed</translation>
        </message>
        <message>
            <source>Slices and 3-D ready</source>
            <translation>Slices and 3-D ready</translation>
        </message>
        <message>
            <source>Slices ready, no 3-D view</source>
            <translation>Slices ready, no 3-D view</translation>
        </message>
        <message>
            <source>Decoding step %1…</source>
            <translation>Decoding step %1…</translation>
        </message>
        <message>
            <source>Cancel opening</source>
            <translation>Cancel opening</translation>
        </message>
        <message>
            <source>Locate the CT…</source>
            <translation>Locate the CT…</translation>
        </message>
        <message>
            <source>Where is the CT of this run?</source>
            <translation>Where is the CT of this run?</translation>
        </message>
        <message>
            <source>Cannot start the demo</source>
            <translation>Cannot start the demo</translation>
        </message>
        <message>
            <source>%1, approximate</source>
            <translation>%1, approximate</translation>
        </message>
        <message>
            <source>More</source>
            <translation>More</translation>
        </message>
        <message>
            <source>Opening the CT</source>
            <translation>Opening the CT</translation>
        </message>
        <message>
            <source>Stop the run?</source>
            <translation>Stop the run?</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>No model</source>
            <translation>No model</translation>
        </message>
        <message>
            <source>Choose one under Settings, Model.</source>
            <translation>Choose one under Settings, Model.</translation>
        </message>
        <message>
            <source>No plan</source>
            <translation>No plan</translation>
        </message>
        <message>
            <source>Open the folder of a DICOM series</source>
            <translation>Open the folder of a DICOM series</translation>
        </message>
        <message>
            <source>Nothing to compute on</source>
            <translation>Nothing to compute on</translation>
        </message>
        <message>
            <source>Print report</source>
            <translation>Print report</translation>
        </message>
        <message>
            <source>The comparison failed</source>
            <translation>The comparison failed</translation>
        </message>
        <message>
            <source>Comparing guidance values</source>
            <translation>Comparing guidance values</translation>
        </message>
        <message>
            <source>Panels</source>
            <translation>Panels</translation>
        </message>
        <message>
            <source>The picture was not saved</source>
            <translation>The picture was not saved</translation>
        </message>
        <message>
            <source>A run is going. Open it when the run has ended.</source>
            <translation>A run is going. Open it when the run has ended.</translation>
        </message>
        <message>
            <source>This is not a CT volume or a folder of one.</source>
            <translation>This is not a CT volume or a folder of one.</translation>
        </message>
        <message>
            <source>Drop to open %1</source>
            <translation>Drop to open %1</translation>
        </message>
        <message>
            <source>%1 was not opened</source>
            <translation>%1 was not opened</translation>
        </message>
        <message>
            <source>Cannot continue the run</source>
            <translation>Cannot continue the run</translation>
        </message>
        <message>
            <source>Continue the run</source>
            <translation>Continue the run</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Checking…</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Refused</translation>
        </message>
</context>
    <context>
        <name>hipwright::ModelFlow</name>
        <message>
            <source>Installed model</source>
            <translation>Installed model</translation>
        </message>
        <message>
            <source>Demo model %1</source>
            <translation>Demo model %1</translation>
        </message>
        <message>
            <source>Model set %1</source>
            <translation>Model set %1</translation>
        </message>
        <message>
            <source>Three checkpoints, %1</source>
            <translation>Three checkpoints, %1</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Change…</translation>
        </message>
        <message>
            <source>No model set</source>
            <translation>No model set</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Choose…</translation>
        </message>
</context>
    <context>
        <name>hipwright::ModelSection</name>
        <message>
            <source>Model set</source>
            <translation>Model set</translation>
        </message>
        <message>
            <source>Memory a run needs, of what is free</source>
            <translation>Memory a run needs, of what is free</translation>
        </message>
        <message>
            <source>Choose where runs are saved</source>
            <translation>Choose where runs are saved</translation>
        </message>
        <message>
            <source>Saved in</source>
            <translation>Saved in</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Memory</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Model</translation>
        </message>
        <message>
            <source>Forecast</source>
            <translation>Forecast</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>%1 (demo)</source>
            <translation>%1 (demo)</translation>
        </message>
        <message>
            <source>Choose a model set…</source>
            <translation>Choose a model set…</translation>
        </message>
        <message>
            <source>%1, %2, window %3</source>
            <translation>%1, %2, window %3</translation>
        </message>
        <message>
            <source>About %1</source>
            <translation>About %1</translation>
        </message>
        <message>
            <source>Open a CT first</source>
            <translation>Open a CT first</translation>
        </message>
        <message>
            <source>Choose a model set</source>
            <translation>Choose a model set</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 of %2</translation>
        </message>
        <message>
            <source>%1, %2 of memory</source>
            <translation>%1, %2 of memory</translation>
        </message>
</context>
    <context>
        <name>hipwright::ParameterForm</name>
        <message>
            <source>Decides the starting noise. The same seed and settings give the same implant.</source>
            <translation>Decides the starting noise. The same seed and settings give the same implant.</translation>
        </message>
        <message>
            <source>Keep this seed for the next runs</source>
            <translation>Keep this seed for the next runs</translation>
        </message>
        <message>
            <source>Draw a seed now</source>
            <translation>Draw a seed now</translation>
        </message>
        <message>
            <source>Use the seed of the last run</source>
            <translation>Use the seed of the last run</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Seed</translation>
        </message>
        <message>
            <source>Guidance (CFG)</source>
            <translation>Guidance (CFG)</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Steps</translation>
        </message>
        <message>
            <source>Previews and strip</source>
            <translation>Previews and strip</translation>
        </message>
        <message>
            <source>Previews only</source>
            <translation>Previews only</translation>
        </message>
        <message>
            <source>Strip only</source>
            <translation>Strip only</translation>
        </message>
        <message>
            <source>None</source>
            <translation>None</translation>
        </message>
        <message>
            <source>Previews are quick approximations while it runs. The strip decodes the saved stages exactly and can be looked at later; it takes longer.</source>
            <translation>Previews are quick approximations while it runs. The strip decodes the saved stages exactly and can be looked at later; it takes longer.</translation>
        </message>
        <message>
            <source>Stages</source>
            <translation>Stages</translation>
        </message>
        <message>
            <source>on</source>
            <translation>on</translation>
        </message>
        <message>
            <source>off</source>
            <translation>off</translation>
        </message>
        <message>
            <source>Memory and speed</source>
            <translation>Memory and speed</translation>
        </message>
        <message>
            <source>Tiled encode and decode</source>
            <translation>Tiled encode and decode</translation>
        </message>
        <message>
            <source>Works on overlapping windows: needs far less memory. Off takes the whole volume at once.</source>
            <translation>Works on overlapping windows: needs far less memory. Off takes the whole volume at once.</translation>
        </message>
        <message>
            <source>Tiles at once</source>
            <translation>Tiles at once</translation>
        </message>
        <message>
            <source>Mixed precision</source>
            <translation>Mixed precision</translation>
        </message>
        <message>
            <source>Computes with half precision where this device is faster with it; otherwise exactly.</source>
            <translation>Computes with half precision where this device is faster with it; otherwise exactly.</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Device</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatic</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>Processor</translation>
        </message>
        <message>
            <source>all</source>
            <translation>all</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>Threads</translation>
        </message>
        <message>
            <source>Where the starting noise is drawn. The processor's is the same on every machine.</source>
            <translation>Where the starting noise is drawn. The processor's is the same on every machine.</translation>
        </message>
        <message>
            <source>Noise from</source>
            <translation>Noise from</translation>
        </message>
        <message>
            <source>LPS (as DICOM)</source>
            <translation>LPS (as DICOM)</translation>
        </message>
        <message>
            <source>RAS</source>
            <translation>RAS</translation>
        </message>
        <message>
            <source>Voxel index</source>
            <translation>Voxel index</translation>
        </message>
        <message>
            <source>The frame of the STL's coordinates. LPS is what DICOM and most planning programs use.</source>
            <translation>The frame of the STL's coordinates. LPS is what DICOM and most planning programs use.</translation>
        </message>
        <message>
            <source>STL frame</source>
            <translation>STL frame</translation>
        </message>
        <message>
            <source>Use the seed of the last run, %1</source>
            <translation>Use the seed of the last run, %1</translation>
        </message>
        <message>
            <source>The seed must be a whole number.</source>
            <translation>The seed must be a whole number.</translation>
        </message>
        <message>
            <source>A whole number from −2⁶³ to 2⁶⁴ − 1</source>
            <translation>A whole number from −2⁶³ to 2⁶⁴ − 1</translation>
        </message>
        <message>
            <source>random</source>
            <translation>random</translation>
        </message>
        <message>
            <source>Hip and region</source>
            <translation>Hip and region</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>Side</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>Right</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Region</translation>
        </message>
        <message>
            <source>Around the joint</source>
            <translation>Around the joint</translation>
        </message>
        <message>
            <source>Whole CT</source>
            <translation>Whole CT</translation>
        </message>
        <message>
            <source>Box</source>
            <translation>Box</translation>
        </message>
        <message>
            <source>Corners, mm</source>
            <translation>Corners, mm</translation>
        </message>
        <message>
            <source>Two corners in patient mm (LPS): x0, y0, z0, x1, y1, z1. Or pull the box in the slices.</source>
            <translation>Two corners in patient mm (LPS): x0, y0, z0, x1, y1, z1. Or pull the box in the slices.</translation>
        </message>
        <message>
            <source>Grid</source>
            <translation>Grid</translation>
        </message>
        <message>
            <source>The model's</source>
            <translation>The model's</translation>
        </message>
        <message>
            <source>The CT's own</source>
            <translation>The CT's own</translation>
        </message>
        <message>
            <source>Six numbers, the lower corner first</source>
            <translation>Six numbers, the lower corner first</translation>
        </message>
        <message>
            <source>%1 to %2; %3 was not taken</source>
            <translation>%1 to %2; %3 was not taken</translation>
        </message>
</context>
    <context>
        <name>hipwright::PresetBar</name>
        <message>
            <source>Preset</source>
            <translation>Preset</translation>
        </message>
        <message>
            <source>Own settings</source>
            <translation>Own settings</translation>
        </message>
        <message>
            <source>Save and manage presets</source>
            <translation>Save and manage presets</translation>
        </message>
        <message>
            <source>Save changes…</source>
            <translation>Save changes…</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>Save as…</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Rename…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Use for new cases</source>
            <translation>Use for new cases</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Import…</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Export…</translation>
        </message>
        <message>
            <source>New cases start with it.</source>
            <translation>New cases start with it.</translation>
        </message>
        <message numerus="yes">
            <source>%n preset file(s) could not be read</source>
            <translation>
                <numerusform>%n preset file could not be read</numerusform>
                <numerusform>%n preset files could not be read</numerusform>
            </translation>
        </message>
        <message>
            <source>Settings under a name, to use again</source>
            <translation>Settings under a name, to use again</translation>
        </message>
        <message>
            <source>Changed since:</source>
            <translation>Changed since:</translation>
        </message>
        <message>
            <source>This preset comes with the program. Save a copy of it.</source>
            <translation>This preset comes with the program. Save a copy of it.</translation>
        </message>
        <message>
            <source>The settings are those of the preset.</source>
            <translation>The settings are those of the preset.</translation>
        </message>
        <message>
            <source>%1, my copy</source>
            <translation>%1, my copy</translation>
        </message>
        <message>
            <source>My settings</source>
            <translation>My settings</translation>
        </message>
        <message>
            <source>Deleted “%1”</source>
            <translation>Deleted “%1”</translation>
        </message>
        <message>
            <source>Import a preset</source>
            <translation>Import a preset</translation>
        </message>
        <message>
            <source>Presets (*.json)</source>
            <translation>Presets (*.json)</translation>
        </message>
        <message>
            <source>Export the preset</source>
            <translation>Export the preset</translation>
        </message>
</context>
    <context>
        <name>hipwright::RecentRow</name>
        <message>
            <source>Today %1</source>
            <translation>Today %1</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Yesterday</translation>
        </message>
        <message>
            <source>Open %1</source>
            <translation>Open %1</translation>
        </message>
        <message>
            <source>Locate %1</source>
            <translation>Locate %1</translation>
        </message>
        <message>
            <source>File not found. Locate…</source>
            <translation>File not found. Locate…</translation>
        </message>
</context>
    <context>
        <name>hipwright::RunFlow</name>
        <message>
            <source>Run started: %1 steps, CFG %2</source>
            <translation>Run started: %1 steps, CFG %2</translation>
        </message>
        <message>
            <source>Stopping, finishing one block</source>
            <translation>Stopping, finishing one block</translation>
        </message>
        <message>
            <source>Stopping, finishing one file</source>
            <translation>Stopping, finishing one file</translation>
        </message>
        <message>
            <source>Step %1: %2 picture in %3</source>
            <translation>Step %1: %2 picture in %3</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>exact</translation>
        </message>
        <message>
            <source>approximate</source>
            <translation>approximate</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Stopped</translation>
        </message>
        <message>
            <source>after %1</source>
            <translation>after %1</translation>
        </message>
        <message>
            <source>Stopped by the user</source>
            <translation>Stopped by the user</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Failed</translation>
        </message>
        <message>
            <source>Finished in %1: %2</source>
            <translation>Finished in %1: %2</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>Finished</translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) in %1</source>
            <translation>
                <numerusform>%n step in %1</numerusform>
                <numerusform>%n steps in %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Seed %1, CFG %2</source>
            <translation>Seed %1, CFG %2</translation>
        </message>
        <message>
            <source>%1 mm</source>
            <translation>%1 mm</translation>
        </message>
        <message>
            <source>There is no result. Runs of this case lists it, to continue or delete.</source>
            <translation>There is no result. Runs of this case lists it, to continue or delete.</translation>
        </message>
        <message>
            <source>Nothing was saved.</source>
            <translation>Nothing was saved.</translation>
        </message>
        <message>
            <source>Coronal %1 mm</source>
            <translation>Coronal %1 mm</translation>
        </message>
</context>
    <context>
        <name>hipwright::RunHead</name>
        <message>
            <source>Progress of the run</source>
            <translation>Progress of the run</translation>
        </message>
        <message>
            <source>Repeat with other settings</source>
            <translation>Repeat with other settings</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>Show folder</translation>
        </message>
        <message>
            <source>Show details</source>
            <translation>Show details</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>Starting</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>%1 left</translation>
        </message>
        <message>
            <source>Step %1 of %2</source>
            <translation>Step %1 of %2</translation>
        </message>
        <message>
            <source>%1 so far, %2 per step</source>
            <translation>%1 so far, %2 per step</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>Follow</translation>
        </message>
        <message>
            <source>Show the newest stage again, and each one that comes</source>
            <translation>Show the newest stage again, and each one that comes</translation>
        </message>
</context>
    <context>
        <name>hipwright::RunList</name>
        <message>
            <source>Runs of this case</source>
            <translation>Runs of this case</translation>
        </message>
        <message>
            <source>closed surface</source>
            <translation>closed surface</translation>
        </message>
        <message>
            <source>surface not closed</source>
            <translation>surface not closed</translation>
        </message>
        <message>
            <source>%1
%2
Took %3 on %4</source>
            <translation>%1
%2
Took %3 on %4</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Repeat with these settings</source>
            <translation>Repeat with these settings</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>Show folder</translation>
        </message>
        <message>
            <source>Move to trash</source>
            <translation>Move to trash</translation>
        </message>
        <message>
            <source>today %1</source>
            <translation>today %1</translation>
        </message>
        <message>
            <source>yesterday %1</source>
            <translation>yesterday %1</translation>
        </message>
        <message>
            <source>CFG %1, seed %2</source>
            <translation>CFG %1, seed %2</translation>
        </message>
        <message numerus="yes">
            <source>%n step(s)</source>
            <translation>
                <numerusform>%n step</numerusform>
                <numerusform>%n steps</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, running</source>
            <translation>%1, running</translation>
        </message>
        <message>
            <source>Its denoising is finished and kept; only the rest is computed.</source>
            <translation>Its denoising is finished and kept; only the rest is computed.</translation>
        </message>
        <message>
            <source>Its denoising begins anew, with the same result.</source>
            <translation>Its denoising begins anew, with the same result.</translation>
        </message>
        <message>
            <source>interrupted, %1</source>
            <translation>interrupted, %1</translation>
        </message>
        <message>
            <source>%1, interrupted. Click to continue or delete it.
%2
%3</source>
            <translation>%1, interrupted. Click to continue or delete it.
%2
%3</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continue</translation>
        </message>
</context>
    <context>
        <name>hipwright::SavePresetDialog</name>
        <message>
            <source>Save the settings as a preset</source>
            <translation>Save the settings as a preset</translation>
        </message>
        <message>
            <source>Save changes to the preset</source>
            <translation>Save changes to the preset</translation>
        </message>
        <message>
            <source>Rename the preset</source>
            <translation>Rename the preset</translation>
        </message>
        <message>
            <source>What it is good for</source>
            <translation>What it is good for</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Description</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Enter a name.</source>
            <translation>Enter a name.</translation>
        </message>
        <message>
            <source>Choose a name of at most 80 characters in one line.</source>
            <translation>Choose a name of at most 80 characters in one line.</translation>
        </message>
        <message>
            <source>A preset of this name comes with the program.</source>
            <translation>A preset of this name comes with the program.</translation>
        </message>
        <message>
            <source>There is a preset of this name already.</source>
            <translation>There is a preset of this name already.</translation>
        </message>
        <message>
            <source>Nothing changes: the preset holds these settings already.</source>
            <translation>Nothing changes: the preset holds these settings already.</translation>
        </message>
        <message>
            <source>This replaces settings of the preset:</source>
            <translation>This replaces settings of the preset:</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Rename</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Replace</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Save</translation>
        </message>
</context>
    <context>
        <name>hipwright::SchedulePlot</name>
        <message>
            <source>t, from noise to the implant</source>
            <translation>t, from noise to the implant</translation>
        </message>
        <message>
            <source>Choose a model to see its noise schedule.</source>
            <translation>Choose a model to see its noise schedule.</translation>
        </message>
        <message>
            <source>Noise schedule</source>
            <translation>Noise schedule</translation>
        </message>
        <message>
            <source>%1 steps from t %2 to t %3.</source>
            <translation>%1 steps from t %2 to t %3.</translation>
        </message>
        <message>
            <source>Share of signal, steps marked</source>
            <translation>Share of signal, steps marked</translation>
        </message>
        <message>
            <source>Signal</source>
            <translation>Signal</translation>
        </message>
        <message>
            <source>Share of noise</source>
            <translation>Share of noise</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>Noise</translation>
        </message>
        <message>
            <source>Step %1 of %2, t %3</source>
            <translation>Step %1 of %2, t %3</translation>
        </message>
        <message>
            <source>Signal %1, noise %2</source>
            <translation>Signal %1, noise %2</translation>
        </message>
</context>
    <context>
        <name>hipwright::SchemeAction</name>
        <message>
            <source>Light theme</source>
            <translation>Light theme</translation>
        </message>
        <message>
            <source>Dark theme</source>
            <translation>Dark theme</translation>
        </message>
        <message>
            <source>Change to the light theme</source>
            <translation>Change to the light theme</translation>
        </message>
        <message>
            <source>Change to the dark theme</source>
            <translation>Change to the dark theme</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Theme</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>As the system</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Light</translation>
        </message>
</context>
    <context>
        <name>hipwright::SdfHistogram</name>
        <message>
            <source>surface</source>
            <translation>surface</translation>
        </message>
        <message>
            <source>The spread of distances appears with the result.</source>
            <translation>The spread of distances appears with the result.</translation>
        </message>
        <message>
            <source>signed distance, mm</source>
            <translation>signed distance, mm</translation>
        </message>
        <message>
            <source>signed distance, units of the model</source>
            <translation>signed distance, units of the model</translation>
        </message>
        <message>
            <source>Spread of signed distances</source>
            <translation>Spread of signed distances</translation>
        </message>
        <message>
            <source>%1 % of the voxels lie inside the implant.</source>
            <translation>%1 % of the voxels lie inside the implant.</translation>
        </message>
        <message>
            <source>The result has no distances.</source>
            <translation>The result has no distances.</translation>
        </message>
        <message>
            <source>Voxels outside</source>
            <translation>Voxels outside</translation>
        </message>
        <message>
            <source>Outside</source>
            <translation>Outside</translation>
        </message>
        <message>
            <source>Voxels inside the implant</source>
            <translation>Voxels inside the implant</translation>
        </message>
        <message>
            <source>Inside</source>
            <translation>Inside</translation>
        </message>
        <message>
            <source> mm</source>
            <translation> mm</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 to %2</translation>
        </message>
        <message>
            <source>%1 voxels</source>
            <translation>%1 voxels</translation>
        </message>
</context>
    <context>
        <name>hipwright::SettingRow</name>
        <message>
            <source>Reset</source>
            <translation>Reset</translation>
        </message>
        <message>
            <source>Preset: %1. Click to reset.</source>
            <translation>Preset: %1. Click to reset.</translation>
        </message>
</context>
    <context>
        <name>hipwright::SettingsPanel</name>
        <message>
            <source>Settings</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Locked while running</source>
            <translation>Locked while running</translation>
        </message>
        <message>
            <source>These settings give this result again. Click to open it.</source>
            <translation>These settings give this result again. Click to open it.</translation>
        </message>
        <message>
            <source>Open the run of these settings</source>
            <translation>Open the run of these settings</translation>
        </message>
</context>
    <context>
        <name>hipwright::SlicePanel</name>
        <message>
            <source>3-D</source>
            <translation>3-D</translation>
        </message>
        <message>
            <source>mm</source>
            <translation>mm</translation>
        </message>
</context>
    <context>
        <name>hipwright::SliceView</name>
        <message>
            <source>Open a CT to see it here</source>
            <translation>Open a CT to see it here</translation>
        </message>
        <message>
            <source>W %1 L %2</source>
            <translation>W %1 L %2</translation>
        </message>
        <message>
            <source>HU %1</source>
            <translation>HU %1</translation>
        </message>
</context>
    <context>
        <name>hipwright::StagesPanel</name>
        <message>
            <source>Stages</source>
            <translation>Stages</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>Schedule</translation>
        </message>
        <message>
            <source>SDF histogram</source>
            <translation>SDF histogram</translation>
        </message>
        <message>
            <source>Plots</source>
            <translation>Plots</translation>
        </message>
</context>
    <context>
        <name>hipwright::StartPage</name>
        <message>
            <source>Plan a hip implant from a CT</source>
            <translation>Plan a hip implant from a CT</translation>
        </message>
        <message>
            <source>Open a pre-operative CT, press Generate and watch the implant form. All data stays on this machine.</source>
            <translation>Open a pre-operative CT, press Generate and watch the implant form. All data stays on this machine.</translation>
        </message>
        <message>
            <source>Drop a hip CT here</source>
            <translation>Drop a hip CT here</translation>
        </message>
        <message>
            <source>A DICOM folder, or a NIfTI, NRRD or MetaImage file</source>
        <translation>A DICOM folder, or a NIfTI, NRRD or MetaImage file</translation>
        </message>
        <message>
            <source>Open CT</source>
            <translation>Open CT</translation>
        </message>
        <message>
            <source>Open run</source>
            <translation>Open run</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Try the demo</source>
            <translation>Try the demo</translation>
        </message>
        <message>
            <source>A computed hip and a small model. No data and no graphics card needed.</source>
            <translation>A computed hip and a small model. No data and no graphics card needed.</translation>
        </message>
        <message>
            <source>Watch the implant form, stage by stage</source>
            <translation>Watch the implant form, stage by stage</translation>
        </message>
        <message>
            <source>Ends with an STL</source>
            <translation>Ends with an STL</translation>
        </message>
        <message>
            <source>Recent cases</source>
            <translation>Recent cases</translation>
        </message>
        <message>
            <source>Clear list</source>
            <translation>Clear list</translation>
        </message>
        <message>
            <source>This machine</source>
            <translation>This machine</translation>
        </message>
        <message>
            <source>Cases you open appear here.</source>
            <translation>Cases you open appear here.</translation>
        </message>
        <message>
            <source>Opening %1</source>
            <translation>Opening %1</translation>
        </message>
        <message>
            <source>Opening the CT</source>
            <translation>Opening the CT</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
</context>
    <context>
        <name>hipwright::StepPlot</name>
        <message>
            <source>step</source>
            <translation>step</translation>
        </message>
        <message>
            <source>The curve grows here with every step of a run.</source>
            <translation>The curve grows here with every step of a run.</translation>
        </message>
        <message>
            <source>Stable since step %1</source>
            <translation>Stable since step %1</translation>
        </message>
        <message>
            <source>Implant area, cm²</source>
            <translation>Implant area, cm²</translation>
        </message>
        <message>
            <source>Area, cm²</source>
            <translation>Area, cm²</translation>
        </message>
        <message>
            <source>Step %1 of %2</source>
            <translation>Step %1 of %2</translation>
        </message>
        <message>
            <source>Implant area %1 cm²</source>
            <translation>Implant area %1 cm²</translation>
        </message>
        <message>
            <source>Latent change per step, %</source>
            <translation>Latent change per step, %</translation>
        </message>
        <message>
            <source>Latent change, %</source>
            <translation>Latent change, %</translation>
        </message>
        <message>
            <source>Latent change %1 %</source>
            <translation>Latent change %1 %</translation>
        </message>
        <message>
            <source>The latent changed by %1 % in step %2.</source>
            <translation>The latent changed by %1 % in step %2.</translation>
        </message>
        <message>
            <source>Latent change per step and implant area</source>
            <translation>Latent change per step and implant area</translation>
        </message>
        <message>
            <source>Latent change: how far the network&apos;s estimate moves in a step, measured against its own size before. It is not the change under the pictures, which counts the pixels of the implant that differ.</source>
            <translation>Latent change: how far the network&apos;s estimate moves in a step, measured against its own size before. It is not the change under the pictures, which counts the pixels of the implant that differ.</translation>
        </message>
</context>
    <context>
        <name>hipwright::UndoRow</name>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
</context>
    <context>
        <name>hipwright::ViewHead</name>
        <message>
            <source>Show all views</source>
            <translation>Show all views</translation>
        </message>
        <message>
            <source>Maximise this view</source>
            <translation>Maximise this view</translation>
        </message>
</context>
    <context>
        <name>hipwright::Viewport</name>
        <message>
            <source>3-D view</source>
            <translation>3-D view</translation>
        </message>
        <message>
            <source>This display offers no OpenGL through X11 (GLX).</source>
            <translation>This display offers no OpenGL through X11 (GLX).</translation>
        </message>
</context>
    <context>
        <name>hipwright::ViewportFoot</name>
        <message>
            <source>Bone</source>
            <translation>Bone</translation>
        </message>
        <message>
            <source>Bone threshold</source>
            <translation>Bone threshold</translation>
        </message>
        <message>
            <source>Voxels brighter than this are drawn as bone</source>
            <translation>Voxels brighter than this are drawn as bone</translation>
        </message>
        <message>
            <source>%1 HU</source>
            <translation>%1 HU</translation>
        </message>
        <message>
            <source>Opacity</source>
            <translation>Opacity</translation>
        </message>
        <message>
            <source>Opacity of the bone in front of the implant</source>
            <translation>Opacity of the bone in front of the implant</translation>
        </message>
        <message>
            <source>How much of the bone is seen where the implant is behind it</source>
            <translation>How much of the bone is seen where the implant is behind it</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
</context>
    <context>
        <name>hipwright::ViewportTools</name>
        <message>
            <source>From the front</source>
            <translation>From the front</translation>
        </message>
        <message>
            <source>From behind</source>
            <translation>From behind</translation>
        </message>
        <message>
            <source>From the patient's right</source>
            <translation>From the patient's right</translation>
        </message>
        <message>
            <source>From the patient's left</source>
            <translation>From the patient's left</translation>
        </message>
        <message>
            <source>From above</source>
            <translation>From above</translation>
        </message>
        <message>
            <source>From below</source>
            <translation>From below</translation>
        </message>
        <message>
            <source>No cut</source>
            <translation>No cut</translation>
        </message>
        <message>
            <source>Show the slices in space</source>
            <translation>Show the slices in space</translation>
        </message>
        <message>
            <source>Cut the bone open at the crosshair</source>
            <translation>Cut the bone open at the crosshair</translation>
        </message>
        <message>
            <source>Save a picture of this view</source>
            <translation>Save a picture of this view</translation>
        </message>
        <message>
            <source>Look from another side</source>
            <translation>Look from another side</translation>
        </message>
</context>
    <context>
        <name>hipwright::VolumeFlow</name>
        <message>
            <source>Save picture of the 3-D view</source>
            <translation>Save picture of the 3-D view</translation>
        </message>
        <message>
            <source>Pictures (*.png)</source>
            <translation>Pictures (*.png)</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>Saved %1</translation>
        </message>
        <message>
            <source>Cannot write %1</source>
            <translation>Cannot write %1</translation>
        </message>
        <message>
            <source>%1 × %2 × %3 mm</source>
            <translation>%1 × %2 × %3 mm</translation>
        </message>
        <message>
            <source>%1 cm³</source>
            <translation>%1 cm³</translation>
        </message>
        <message>
            <source>Stage: step %1</source>
            <translation>Stage: step %1</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Checking…</translation>
        </message>
        <message>
            <source>No surface of an approximate picture</source>
            <translation>No surface of an approximate picture</translation>
        </message>
        <message>
            <source>Surfaces come with exact stages and at the end</source>
            <translation>Surfaces come with exact stages and at the end</translation>
        </message>
        <message>
            <source>The surface comes at the end</source>
            <translation>The surface comes at the end</translation>
        </message>
</context>
    <context>
        <name>hipwright::WindowActions</name>
        <message>
            <source>Open CT</source>
            <translation>Open CT</translation>
        </message>
        <message>
            <source>Open a pre-operative CT</source>
            <translation>Open a pre-operative CT</translation>
        </message>
        <message>
            <source>Open run</source>
            <translation>Open run</translation>
        </message>
        <message>
            <source>Open the folder of a finished run; no model is needed</source>
            <translation>Open the folder of a finished run; no model is needed</translation>
        </message>
        <message>
            <source>Try the demo</source>
            <translation>Try the demo</translation>
        </message>
        <message>
            <source>Open a computed hip and generate an implant for it</source>
            <translation>Open a computed hip and generate an implant for it</translation>
        </message>
        <message>
            <source>Close case</source>
            <translation>Close case</translation>
        </message>
        <message>
            <source>Back to the start page</source>
            <translation>Back to the start page</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Save the implant and its volumes</source>
            <translation>Save the implant and its volumes</translation>
        </message>
        <message>
            <source>Save picture of the 3-D view…</source>
            <translation>Save picture of the 3-D view…</translation>
        </message>
        <message>
            <source>Save what the 3-D view shows</source>
            <translation>Save what the 3-D view shows</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Quit</translation>
        </message>
        <message>
            <source>Generate</source>
            <translation>Generate</translation>
        </message>
        <message>
            <source>Generate an implant for this CT</source>
            <translation>Generate an implant for this CT</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Stop the run</source>
            <translation>Stop the run</translation>
        </message>
        <message>
            <source>Reset settings</source>
            <translation>Reset settings</translation>
        </message>
        <message>
            <source>Back to the values of the preset</source>
            <translation>Back to the values of the preset</translation>
        </message>
        <message>
            <source>Crosshair</source>
            <translation>Crosshair</translation>
        </message>
        <message>
            <source>Show the crosshair in the slices</source>
            <translation>Show the crosshair in the slices</translation>
        </message>
        <message>
            <source>Implant on slices</source>
            <translation>Implant on slices</translation>
        </message>
        <message>
            <source>Show the implant on the slices</source>
            <translation>Show the implant on the slices</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Log</translation>
        </message>
        <message>
            <source>Show what happened</source>
            <translation>Show what happened</translation>
        </message>
        <message>
            <source>About Hipwright</source>
            <translation>About Hipwright</translation>
        </message>
        <message>
            <source>Versions, licences and purpose</source>
            <translation>Versions, licences and purpose</translation>
        </message>
        <message>
            <source>Planning layout</source>
            <translation>Planning layout</translation>
        </message>
        <message>
            <source>Four equal views</source>
            <translation>Four equal views</translation>
        </message>
        <message>
            <source>Slices only</source>
            <translation>Slices only</translation>
        </message>
        <message>
            <source>3-D only</source>
            <translation>3-D only</translation>
        </message>
        <message>
            <source>Default</source>
            <translation>Default</translation>
        </message>
        <message>
            <source>Bone</source>
            <translation>Bone</translation>
        </message>
        <message>
            <source>Soft tissue</source>
            <translation>Soft tissue</translation>
        </message>
        <message>
            <source>Metal</source>
            <translation>Metal</translation>
        </message>
        <message>
            <source>Follow the system</source>
            <translation>Follow the system</translation>
        </message>
        <message>
            <source>Recent cases</source>
            <translation>Recent cases</translation>
        </message>
        <message>
            <source>Layout</source>
            <translation>Layout</translation>
        </message>
        <message>
            <source>Window preset</source>
            <translation>Window preset</translation>
        </message>
        <message>
            <source>Panels</source>
            <translation>Panels</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Help on this field</source>
            <translation>Help on this field</translation>
        </message>
        <message>
            <source>Say what the focused field does</source>
            <translation>Say what the focused field does</translation>
        </message>
        <message>
            <source>Next panel</source>
            <translation>Next panel</translation>
        </message>
        <message>
            <source>Move the keyboard to the next panel</source>
            <translation>Move the keyboard to the next panel</translation>
        </message>
        <message>
            <source>Previous panel</source>
            <translation>Previous panel</translation>
        </message>
        <message>
            <source>Move the keyboard to the previous panel</source>
            <translation>Move the keyboard to the previous panel</translation>
        </message>
        <message>
            <source>Open DICOM folder…</source>
            <translation>Open DICOM folder…</translation>
        </message>
        <message>
            <source>Open the folder with the slices of a CT</source>
            <translation>Open the folder with the slices of a CT</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Region</translation>
        </message>
        <message>
            <source>Show the region in the views</source>
            <translation>Show the region in the views</translation>
        </message>
        <message>
            <source>Linked views</source>
            <translation>Linked views</translation>
        </message>
        <message>
            <source>Zoom and gray window of one slice are those of all</source>
            <translation>Zoom and gray window of one slice are those of all</translation>
        </message>
        <message>
            <source>Measure a distance</source>
            <translation>Measure a distance</translation>
        </message>
        <message>
            <source>Measure a distance: drag, or click both ends</source>
            <translation>Measure a distance: drag, or click both ends</translation>
        </message>
        <message>
            <source>Measure an angle</source>
            <translation>Measure an angle</translation>
        </message>
        <message>
            <source>Measure an angle: click its three points</source>
            <translation>Measure an angle: click its three points</translation>
        </message>
        <message>
            <source>Remove all measurements</source>
            <translation>Remove all measurements</translation>
        </message>
        <message>
            <source>Choose a model set…</source>
            <translation>Choose a model set…</translation>
        </message>
        <message>
            <source>Choose the folder of a model set</source>
            <translation>Choose the folder of a model set</translation>
        </message>
        <message>
            <source>Compare CFG</source>
            <translation>Compare CFG</translation>
        </message>
        <message>
            <source>Compare guidance values on this CT</source>
            <translation>Compare guidance values on this CT</translation>
        </message>
        <message>
            <source>Preferences…</source>
            <translation>Preferences…</translation>
        </message>
        <message>
            <source>What holds for all cases</source>
            <translation>What holds for all cases</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;File</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Edit</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;View</translation>
        </message>
        <message>
            <source>&amp;Run</source>
            <translation>&amp;Run</translation>
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation>&amp;Tools</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Help</translation>
        </message>
</context>
    <context>
        <name>hipwright::PlaneChooser</name>
        <message>
            <source>Plane</source>
            <translation>Plane</translation>
        </message>
        <message>
            <source>Plane of the stages</source>
            <translation>Plane of the stages</translation>
        </message>
        <message>
            <source>The coronal plane that the pictures of the stages show</source>
            <translation>The coronal plane that the pictures of the stages show</translation>
        </message>
</context>
    <context>
        <name>Error</name>
        <message>
            <source>There is no file {path}.</source>
            <translation>There is no file {path}.</translation>
        </message>
        <message>
            <source>Check the spelling, or choose the file again.</source>
            <translation>Check the spelling, or choose the file again.</translation>
        </message>
        <message>
            <source>The file {path} cannot be read: {reason}.</source>
            <translation>The file {path} cannot be read: {reason}.</translation>
        </message>
        <message>
            <source>Check that you may read it and that it is not a folder.</source>
            <translation>Check that you may read it and that it is not a folder.</translation>
        </message>
        <message>
            <source>The file {path} cannot be written: {reason}.</source>
            <translation>The file {path} cannot be written: {reason}.</translation>
        </message>
        <message>
            <source>Choose a folder that is there and that you may write to, with room enough, and a name that is not too long.</source>
            <translation>Choose a folder that is there and that you may write to, with room enough, and a name that is not too long.</translation>
        </message>
        <message>
            <source>The file {path} is cut short: it has {have} of the {need} bytes its header announces.</source>
            <translation>The file {path} is cut short: it has {have} of the {need} bytes its header announces.</translation>
        </message>
        <message>
            <source>Copy or export the file again.</source>
            <translation>Copy or export the file again.</translation>
        </message>
        <message>
            <source>The file {path} is damaged: {reason}.</source>
            <translation>The file {path} is damaged: {reason}.</translation>
        </message>
        <message>
            <source>The file {path} is not a file Hipwright can read: {reason}.</source>
            <translation>The file {path} is not a file Hipwright can read: {reason}.</translation>
        </message>
        <message>
            <source>Give {expected}.</source>
            <translation>Give {expected}.</translation>
        </message>
        <message>
            <source>The header of {path} makes no sense: {reason}.</source>
            <translation>The header of {path} makes no sense: {reason}.</translation>
        </message>
        <message>
            <source>Export the CT again, or repair the header with another program.</source>
            <translation>Export the CT again, or repair the header with another program.</translation>
        </message>
        <message>
            <source>The file {path} is not one CT volume: {reason}.</source>
            <translation>The file {path} is not one CT volume: {reason}.</translation>
        </message>
        <message>
            <source>Give a single three-dimensional CT.</source>
            <translation>Give a single three-dimensional CT.</translation>
        </message>
        <message>
            <source>The voxels of {path} are of a kind that is not a CT: {type}.</source>
            <translation>The voxels of {path} are of a kind that is not a CT: {type}.</translation>
        </message>
        <message>
            <source>Export it with one integer or real number per voxel.</source>
            <translation>Export it with one integer or real number per voxel.</translation>
        </message>
        <message>
            <source>This CT cannot be used with this model: {reasons}.</source>
            <translation>This CT cannot be used with this model: {reasons}.</translation>
        </message>
        <message>
            <source>Change what is named there, or give another CT of the hip.</source>
            <translation>Change what is named there, or give another CT of the hip.</translation>
        </message>
        <message>
            <source>The CT {path} has {count} voxels that are not numbers.</source>
            <translation>The CT {path} has {count} voxels that are not numbers.</translation>
        </message>
        <message>
            <source>Export it again, or replace them by -1024 with another program.</source>
            <translation>Export it again, or replace them by -1024 with another program.</translation>
        </message>
        <message>
            <source>The volume has no usable geometry: {reason}.</source>
            <translation>The volume has no usable geometry: {reason}.</translation>
        </message>
        <message>
            <source>Export the CT again with its spacing and orientation.</source>
            <translation>Export the CT again with its spacing and orientation.</translation>
        </message>
        <message>
            <source>The volume {path} needs {need} of memory and {have} are free.</source>
            <translation>The volume {path} needs {need} of memory and {have} are free.</translation>
        </message>
        <message>
            <source>Crop the CT to the hip, or use a computer with more memory.</source>
            <translation>Crop the CT to the hip, or use a computer with more memory.</translation>
        </message>
        <message>
            <source>The checkpoint {path} is in the format that PyTorch used before 1.6.</source>
            <translation>The checkpoint {path} is in the format that PyTorch used before 1.6.</translation>
        </message>
        <message>
            <source>Convert it in Python: torch.save(torch.load(old), new).</source>
            <translation>Convert it in Python: torch.save(torch.load(old), new).</translation>
        </message>
        <message>
            <source>The checkpoint {path} asks for {name}, which a closed reader does not do.</source>
            <translation>The checkpoint {path} asks for {name}, which a closed reader does not do.</translation>
        </message>
        <message>
            <source>Save only tensors, numbers, texts, lists and dictionaries, for example the state_dict.</source>
            <translation>Save only tensors, numbers, texts, lists and dictionaries, for example the state_dict.</translation>
        </message>
        <message>
            <source>The checkpoint {path} cannot be used: {reason}.</source>
            <translation>The checkpoint {path} cannot be used: {reason}.</translation>
        </message>
        <message>
            <source>Check that it is the right file and that it was copied completely.</source>
            <translation>Check that it is the right file and that it was copied completely.</translation>
        </message>
        <message>
            <source>The checkpoint {path} does not fit the network of the profile:
{table}</source>
            <translation>The checkpoint {path} does not fit the network of the profile:
{table}</translation>
        </message>
        <message>
            <source>Choose the checkpoint that belongs to this model, or the profile that belongs to this checkpoint.</source>
            <translation>Choose the checkpoint that belongs to this model, or the profile that belongs to this checkpoint.</translation>
        </message>
        <message>
            <source>The model profile {path} cannot be used: {reason}.</source>
            <translation>The model profile {path} cannot be used: {reason}.</translation>
        </message>
        <message>
            <source>Correct this field, or remove it to use the default.</source>
            <translation>Correct this field, or remove it to use the default.</translation>
        </message>
        <message>
            <source>No model was found: {reason}.</source>
            <translation>No model was found: {reason}.</translation>
        </message>
        <message>
            <source>Give one with --model DIR, or with --vae-pre, --vae-metal and --ldm.</source>
            <translation>Give one with --model DIR, or with --vae-pre, --vae-metal and --ldm.</translation>
        </message>
        <message>
            <source>The network cannot work on this size: {reason}.</source>
            <translation>The network cannot work on this size: {reason}.</translation>
        </message>
        <message>
            <source>Use a profile whose window and pad multiple fit its networks.</source>
            <translation>Use a profile whose window and pad multiple fit its networks.</translation>
        </message>
        <message>
            <source>The model produced values that are not numbers in {phase}.</source>
            <translation>The model produced values that are not numbers in {phase}.</translation>
        </message>
        <message>
            <source>Try --no-amp; if it stays, the weights are damaged or do not belong together.</source>
            <translation>Try --no-amp; if it stays, the weights are damaged or do not belong together.</translation>
        </message>
        <message>
            <source>The settings cannot be used: {problems}.</source>
            <translation>The settings cannot be used: {problems}.</translation>
        </message>
        <message>
            <source>Correct them and start again.</source>
            <translation>Correct them and start again.</translation>
        </message>
        <message>
            <source>The file {path} is not a usable run or settings file: {reason}.</source>
            <translation>The file {path} is not a usable run or settings file: {reason}.</translation>
        </message>
        <message>
            <source>Choose the run.json of a finished run, or the folder of an interrupted one.</source>
            <translation>Choose the run.json of a finished run, or the folder of an interrupted one.</translation>
        </message>
        <message>
            <source>The preset {path} cannot be used: {reason}.</source>
            <translation>The preset {path} cannot be used: {reason}.</translation>
        </message>
        <message>
            <source>Correct the file, or take it out of the folder of presets.</source>
            <translation>Correct the file, or take it out of the folder of presets.</translation>
        </message>
        <message>
            <source>A preset cannot be called "{name}": {reason}.</source>
            <translation>A preset cannot be called "{name}": {reason}.</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>Choose another name.</translation>
        </message>
        <message>
            <source>The preset {name} comes with Hipwright and stays as it is.</source>
            <translation>The preset {name} comes with Hipwright and stays as it is.</translation>
        </message>
        <message>
            <source>Save a copy of it under another name.</source>
            <translation>Save a copy of it under another name.</translation>
        </message>
        <message>
            <source>The device {device} is not available: {reason}.</source>
            <translation>The device {device} is not available: {reason}.</translation>
        </message>
        <message>
            <source>Use --device cpu, or auto to let Hipwright choose.</source>
            <translation>Use --device cpu, or auto to let Hipwright choose.</translation>
        </message>
        <message>
            <source>The field has no surface: {reason}.</source>
            <translation>The field has no surface: {reason}.</translation>
        </message>
        <message>
            <source>Look at the stages; try another seed or another guidance value.</source>
            <translation>Look at the stages; try another seed or another guidance value.</translation>
        </message>
        <message>
            <source>The folder {path} is not a complete reference case: {reason}.</source>
            <translation>The folder {path} is not a complete reference case: {reason}.</translation>
        </message>
        <message>
            <source>Give a folder with config.json, checkpoints and arrays.</source>
            <translation>Give a folder with config.json, checkpoints and arrays.</translation>
        </message>
        <message>
            <source>Another run is writing into {path} at this moment.</source>
            <translation>Another run is writing into {path} at this moment.</translation>
        </message>
        <message>
            <source>Wait until it has ended; its result will be found then.</source>
            <translation>Wait until it has ended; its result will be found then.</translation>
        </message>
        <message>
            <source>The run needs {need} more memory and {have} are free.</source>
            <translation>The run needs {need} more memory and {have} are free.</translation>
        </message>
        <message>
            <source>Use --tiled: in windows it needs {less} more.</source>
            <translation>Use --tiled: in windows it needs {less} more.</translation>
        </message>
        <message>
            <source>Close other programs, or choose a smaller region (--roi, in windows): {percent} % of this one's length along each axis would fit.</source>
            <translation>Close other programs, or choose a smaller region (--roi, in windows): {percent} % of this one's length along each axis would fit.</translation>
        </message>
        <message>
            <source>Close other programs, or use a computer with more memory: the smallest region still needs {least} more with this model.</source>
            <translation>Close other programs, or use a computer with more memory: the smallest region still needs {least} more with this model.</translation>
        </message>
        <message>
            <source>The memory did not suffice for {phase}.</source>
            <translation>The memory did not suffice for {phase}.</translation>
        </message>
        <message>
            <source>Close other programs and start again, with --tiled or a smaller region if it stays.</source>
            <translation>Close other programs and start again, with --tiled or a smaller region if it stays.</translation>
        </message>
        <message>
            <source>The memory of the device did not suffice for {phase}, and on the processor the run needs {need} more memory and {have} are free; the denoising done so far is kept in {folder}.</source>
            <translation>The memory of the device did not suffice for {phase}, and on the processor the run needs {need} more memory and {have} are free; the denoising done so far is kept in {folder}.</translation>
        </message>
        <message>
            <source>Close other programs and go on with: hipwright-cli infer --from "{folder}". With --tiled or a smaller region (--roi) the denoising starts anew.</source>
            <translation>Close other programs and go on with: hipwright-cli infer --from "{folder}". With --tiled or a smaller region (--roi) the denoising starts anew.</translation>
        </message>
        <message>
            <source>The memory did not suffice for {phase}; the denoising done so far is kept in {folder}.</source>
            <translation>The memory did not suffice for {phase}; the denoising done so far is kept in {folder}.</translation>
        </message>
        <message>
            <source>The memory of the device did not suffice for {phase}, and on the processor the run needs {need} more memory and {have} are free.</source>
            <translation>The memory of the device did not suffice for {phase}, and on the processor the run needs {need} more memory and {have} are free.</translation>
        </message>
        <message>
            <source>Close other programs and start again. If it stays, use --tiled or a smaller region (--roi).</source>
            <translation>Close other programs and start again. If it stays, use --tiled or a smaller region (--roi).</translation>
        </message>
        <message>
            <source>The surface needs more than {limit} points, more than a mesh can hold.</source>
            <translation>The surface needs more than {limit} points, more than a mesh can hold.</translation>
        </message>
        <message>
            <source>Look at the field: a field this rough is noise; try another seed or another guidance value.</source>
            <translation>Look at the field: a field this rough is noise; try another seed or another guidance value.</translation>
        </message>
        <message>
            <source>The device {device} failed: {reason}.</source>
            <translation>The device {device} failed: {reason}.</translation>
        </message>
        <message>
            <source>Try again, or use --device cpu.</source>
            <translation>Try again, or use --device cpu.</translation>
        </message>
        <message>
            <source>Something went wrong inside Hipwright: {reason}.</source>
            <translation>Something went wrong inside Hipwright: {reason}.</translation>
        </message>
        <message>
            <source>Report this text together with the request; nothing that was written before is lost.</source>
            <translation>Report this text together with the request; nothing that was written before is lost.</translation>
        </message>
        <message>
            <source>The file {path} names {name} as the file of its voxels, which does not lie beside it.</source>
            <translation>The file {path} names {name} as the file of its voxels, which does not lie beside it.</translation>
        </message>
        <message>
            <source>Put both files into one folder and name the data file without a path.</source>
            <translation>Put both files into one folder and name the data file without a path.</translation>
        </message>
        <message>
            <source>The folder {path} holds more than {limit}.</source>
            <translation>The folder {path} holds more than {limit}.</translation>
        </message>
        <message>
            <source>Choose the folder of the one CT, not a whole archive.</source>
            <translation>Choose the folder of the one CT, not a whole archive.</translation>
        </message>
        <message>
            <source>The folder {path} holds no CT: {reason}.</source>
            <translation>The folder {path} holds no CT: {reason}.</translation>
        </message>
        <message>
            <source>Choose the folder that holds the DICOM files of one CT.</source>
            <translation>Choose the folder that holds the DICOM files of one CT.</translation>
        </message>
        <message>
            <source>The folder {path} holds several CT series:
{table}
One of them has to be chosen.</source>
            <translation>The folder {path} holds several CT series:
{table}
One of them has to be chosen.</translation>
        </message>
        <message>
            <source>Give its number with --series, or one file of the series instead of the folder.</source>
            <translation>Give its number with --series, or one file of the series instead of the folder.</translation>
        </message>
        <message>
            <source>The folder {path} has no CT series {series}:
{table}</source>
            <translation>The folder {path} has no CT series {series}:
{table}</translation>
        </message>
        <message>
            <source>Give the number of one of these.</source>
            <translation>Give the number of one of these.</translation>
        </message>
        <message>
            <source>The slices of {path} do not make one volume: {reason}.</source>
            <translation>The slices of {path} do not make one volume: {reason}.</translation>
        </message>
        <message>
            <source>Export the series again, completely and without other series.</source>
            <translation>Export the series again, completely and without other series.</translation>
        </message>
        <message>
            <source>The DICOM file {path} is of a kind Hipwright does not read: {reason}.</source>
            <translation>The DICOM file {path} is of a kind Hipwright does not read: {reason}.</translation>
        </message>
        <message>
            <source>Export the CT as single uncompressed slices, or as NIfTI.</source>
            <translation>Export the CT as single uncompressed slices, or as NIfTI.</translation>
        </message>
</context>
    <context>
        <name>RequestField</name>
        <message>
            <source>How strongly the implant follows this patient's anatomy: 0 ignores it, 1 follows it plainly, 3 to 7 is recommended, above 10 distorts.</source>
            <translation>How strongly the implant follows this patient's anatomy: 0 ignores it, 1 follows it plainly, 3 to 7 is recommended, above 10 distorts.</translation>
        </message>
        <message>
            <source>Denoising steps: 50 is usually enough, 100 or 200 for the finest detail.</source>
            <translation>Denoising steps: 50 is usually enough, 100 or 200 for the finest detail.</translation>
        </message>
        <message>
            <source>Windows computed together on a GPU: less needs less memory, the result stays the same.</source>
            <translation>Windows computed together on a GPU: less needs less memory, the result stays the same.</translation>
        </message>
        <message>
            <source>Processor threads; 0 takes one per processor.</source>
            <translation>Processor threads; 0 takes one per processor.</translation>
        </message>
        <message>
            <source>Approximate live pictures during denoising.</source>
            <translation>Approximate live pictures during denoising.</translation>
        </message>
        <message>
            <source>The grid the networks work on: the model's, or the CT's own voxels as they are.</source>
            <translation>The grid the networks work on: the model's, or the CT's own voxels as they are.</translation>
        </message>
        <message>
            <source>The hip to work on; without a choice, the one that is found.</source>
            <translation>The hip to work on; without a choice, the one that is found.</translation>
        </message>
        <message>
            <source>The part of the CT the networks see: around the joint, the whole CT, or a box.</source>
            <translation>The part of the CT the networks see: around the joint, the whole CT, or a box.</translation>
        </message>
</context>
    <context>
        <name>Sentence</name>
        <message>
            <source>Values from {low} to {high} HU.</source>
            <translation>Values from {low} to {high} HU.</translation>
        </message>
        <message>
            <source>Values span only {low} to {high}.</source>
            <translation>Values span only {low} to {high}.</translation>
        </message>
        <message>
            <source>Values from {low} to {high}, most around {middle}: shifted by about 1024.</source>
            <translation>Values from {low} to {high}, most around {middle}: shifted by about 1024.</translation>
        </message>
        <message>
            <source>Values from {low} to {high}, most around {middle}: half of them are denser than any bone.</source>
            <translation>Values from {low} to {high}, most around {middle}: half of them are denser than any bone.</translation>
        </message>
        <message>
            <source>Values from {low} to {high}, most around {middle}: about 1024 too low, as if the intercept had been subtracted twice.</source>
            <translation>Values from {low} to {high}, most around {middle}: about 1024 too low, as if the intercept had been subtracted twice.</translation>
        </message>
        <message>
            <source>Air seems to lie around {air} HU instead of -1000.</source>
            <translation>Air seems to lie around {air} HU instead of -1000.</translation>
        </message>
        <message>
            <source>Most of the body lies around {body} HU, where neither fat (-100) nor muscle (50) belongs.</source>
            <translation>Most of the body lies around {body} HU, where neither fat (-100) nor muscle (50) belongs.</translation>
        </message>
        <message>
            <source>Neither air nor fat is in view to check the scale by; most of the body lies around {body} HU and the densest bone at {bone} HU, where muscle (50) and cortex (600 to 1800) seldom do.</source>
            <translation>Neither air nor fat is in view to check the scale by; most of the body lies around {body} HU and the densest bone at {bone} HU, where muscle (50) and cortex (600 to 1800) seldom do.</translation>
        </message>
        <message>
            <source>Fat and muscle seem to lie around {fat} and {muscle} HU instead of -100 and 50.</source>
            <translation>Fat and muscle seem to lie around {fat} and {muscle} HU instead of -100 and 50.</translation>
        </message>
        <message>
            <source>{percent} % of the values lie below -1100 HU, lower than air.</source>
            <translation>{percent} % of the values lie below -1100 HU, lower than air.</translation>
        </message>
        <message>
            <source>No scanner measures values that large; what the model does not know is taken for air or metal.</source>
            <translation>No scanner measures values that large; what the model does not know is taken for air or metal.</translation>
        </message>
        <message>
            <source>These are no Hounsfield units; export the CT with its rescale slope and intercept.</source>
            <translation>These are no Hounsfield units; export the CT with its rescale slope and intercept.</translation>
        </message>
        <message>
            <source>Export the CT with its rescale intercept, or subtract 1024.</source>
            <translation>Export the CT with its rescale intercept, or subtract 1024.</translation>
        </message>
        <message>
            <source>Export the CT with its rescale intercept used once, or add 1024.</source>
            <translation>Export the CT with its rescale intercept used once, or add 1024.</translation>
        </message>
        <message>
            <source>The values seem to be scaled or shifted; check the rescale slope and intercept, because the model tells bone by its HU.</source>
            <translation>The values seem to be scaled or shifted; check the rescale slope and intercept, because the model tells bone by its HU.</translation>
        </message>
        <message>
            <source>No value is as dense as bone.</source>
            <translation>No value is as dense as bone.</translation>
        </message>
        <message>
            <source>What is below -1024 HU is taken for air.</source>
            <translation>What is below −1024 HU is taken for air.</translation>
        </message>
        <message>
            <source>Voxels are {x} x {y} x {z} mm; the model works on {model_x} x {model_y} x {model_z} mm.</source>
            <translation>Voxels are {x} × {y} × {z} mm; the model works on {model_x} × {model_y} × {model_z} mm.</translation>
        </message>
        <message>
            <source>Too coarse to show a hip; give a CT with voxels of 3 mm at most.</source>
            <translation>Too coarse to show a hip; give a CT with voxels of 3 mm at most.</translation>
        </message>
        <message>
            <source>The whole CT is smaller than 5 mm: its header seems to count in another unit than millimetres. Export it in millimetres.</source>
            <translation>The whole CT is smaller than 5 mm: its header seems to count in another unit than millimetres. Export it in millimetres.</translation>
        </message>
        <message>
            <source>Resampled to the model's grid; results are mapped back.</source>
            <translation>Resampled to the model's grid; results are mapped back.</translation>
        </message>
        <message>
            <source>Used as they are: the model may take the hip for a larger or smaller one.</source>
            <translation>Used as they are: the model may take the hip for a larger or smaller one.</translation>
        </message>
        <message>
            <source>Index axes run towards {axes}.</source>
            <translation>Index axes run towards {axes}.</translation>
        </message>
        <message>
            <source>Index axes run towards {axes}, {degrees} degrees oblique.</source>
            <translation>Index axes run towards {axes}, {degrees}° oblique.</translation>
        </message>
        <message>
            <source>Used as they are; the model was trained on {axes}.</source>
            <translation>Used as they are; the model was trained on {axes}.</translation>
        </message>
        <message>
            <source>Turned to {axes}.</source>
            <translation>Turned to {axes}.</translation>
        </message>
        <message>
            <source>Turned to {axes}, then mirrored.</source>
            <translation>Turned to {axes}, then mirrored.</translation>
        </message>
        <message>
            <source>The side is not known; the model takes either.</source>
            <translation>The side is not known; the model takes either.</translation>
        </message>
        <message>
            <source>The side is not known, and nobody looked for it; the model was trained on left hips.</source>
            <translation>The side is not known, and nobody looked for it; the model was trained on left hips.</translation>
        </message>
        <message>
            <source>The side is not known, and nobody looked for it; the model was trained on right hips.</source>
            <translation>The side is not known, and nobody looked for it; the model was trained on right hips.</translation>
        </message>
        <message>
            <source>The left hip was asked for.</source>
            <translation>The left hip was asked for.</translation>
        </message>
        <message>
            <source>The right hip was asked for.</source>
            <translation>The right hip was asked for.</translation>
        </message>
        <message>
            <source>Both hips were found; the left one is taken.</source>
            <translation>Both hips were found; the left one is taken.</translation>
        </message>
        <message>
            <source>Both hips were found; the right one is taken.</source>
            <translation>Both hips were found; the right one is taken.</translation>
        </message>
        <message>
            <source>Both hips were found, and the model sees both at once; the CT is taken for that of a left one.</source>
            <translation>Both hips were found, and the model sees both at once; the CT is taken for that of a left one.</translation>
        </message>
        <message>
            <source>Both hips were found, and the model sees both at once; the CT is taken for that of a right one.</source>
            <translation>Both hips were found, and the model sees both at once; the CT is taken for that of a right one.</translation>
        </message>
        <message>
            <source>This is a left hip.</source>
            <translation>This is a left hip.</translation>
        </message>
        <message>
            <source>This is a right hip.</source>
            <translation>This is a right hip.</translation>
        </message>
        <message>
            <source>No hip was recognised; it is taken for a left one.</source>
            <translation>No hip was recognised; it is taken for a left one.</translation>
        </message>
        <message>
            <source>No hip was recognised; it is taken for a right one.</source>
            <translation>No hip was recognised; it is taken for a right one.</translation>
        </message>
        <message>
            <source>The region does not tell which of the hips it shows; it is taken for a left one.</source>
            <translation>The region does not tell which of the hips it shows; it is taken for a left one.</translation>
        </message>
        <message>
            <source>The region does not tell which of the hips it shows; it is taken for a right one.</source>
            <translation>The region does not tell which of the hips it shows; it is taken for a right one.</translation>
        </message>
        <message>
            <source>The side was not looked for; it is taken for a left hip.</source>
            <translation>The side was not looked for; it is taken for a left hip.</translation>
        </message>
        <message>
            <source>The side was not looked for; it is taken for a right hip.</source>
            <translation>The side was not looked for; it is taken for a right hip.</translation>
        </message>
        <message>
            <source>What the CT shows there looks like a left hip.</source>
            <translation>What the CT shows there looks like a left hip.</translation>
        </message>
        <message>
            <source>What the CT shows there looks like a right hip.</source>
            <translation>What the CT shows there looks like a right hip.</translation>
        </message>
        <message>
            <source>Taken as asked; on the wrong side the result is useless, so check the side.</source>
            <translation>Taken as asked; on the wrong side the result is useless, so check the side.</translation>
        </message>
        <message>
            <source>Its joint is not certain: it is {alike} % alike, {head} % of its head and {socket} % of its socket are as dense as bone, and {seen} % of what surrounds it lies in the CT.</source>
            <translation>Its joint is not certain: it is {alike} % alike, {head} % of its head and {socket} % of its socket are as dense as bone, and {seen} % of what surrounds it lies in the CT.</translation>
        </message>
        <message>
            <source>Check in the slices that the joint lies there and is whole; else choose region and side yourself.</source>
            <translation>Check in the slices that the joint lies there and is whole; else choose region and side yourself.</translation>
        </message>
        <message>
            <source>A left and a right hip look almost equally alike.</source>
            <translation>A left and a right hip look almost equally alike.</translation>
        </message>
        <message>
            <source>No hip was recognised that would confirm it.</source>
            <translation>No hip was recognised that would confirm it.</translation>
        </message>
        <message>
            <source>If you know the side, state it: --side left or right, or Side under Settings in the window.</source>
            <translation>If you know the side, state it: --side left or right, or Side under Settings in the window.</translation>
        </message>
        <message>
            <source>Mirrored to the model's side, and the result back.</source>
            <translation>Mirrored to the model's side, and the result back.</translation>
        </message>
        <message>
            <source>No hip was found in this CT, which is much larger than what the model was trained on.</source>
            <translation>No hip was found in this CT, which is much larger than what the model was trained on.</translation>
        </message>
        <message>
            <source>Give a CT that shows a whole hip joint, choose a region and state its side, or ask for the whole CT.</source>
            <translation>Give a CT that shows a whole hip joint, choose a region and state its side, or ask for the whole CT.</translation>
        </message>
        <message>
            <source>The whole CT is used.</source>
            <translation>The whole CT is used.</translation>
        </message>
        <message>
            <source>The region from {x0}, {y0}, {z0} to {x1}, {y1}, {z1} mm; {empty} % of it lies outside the CT.</source>
            <translation>The region from {x0}, {y0}, {z0} to {x1}, {y1}, {z1} mm; {empty} % of it lies outside the CT.</translation>
        </message>
        <message>
            <source>The region from {x0}, {y0}, {z0} to {x1}, {y1}, {z1} mm around the joint at {x}, {y}, {z}; {empty} % of it lies outside the CT.</source>
            <translation>The region from {x0}, {y0}, {z0} to {x1}, {y1}, {z1} mm around the joint at {x}, {y}, {z}; {empty} % of it lies outside the CT.</translation>
        </message>
        <message>
            <source>There is nothing to work on; choose a region within the CT.</source>
            <translation>There is nothing to work on; choose a region within the CT.</translation>
        </message>
        <message>
            <source>Cut out.</source>
            <translation>Cut out.</translation>
        </message>
        <message>
            <source>Cut out; what is missing is taken for air, which no training case had.</source>
            <translation>Cut out; what is missing is taken for air, which no training case had.</translation>
        </message>
        <message>
            <source>The model does not state what size it was trained on.</source>
            <translation>The model does not state what size it was trained on.</translation>
        </message>
        <message>
            <source>The model sees {x} x {y} x {z} mm and was trained on {trained_x} x {trained_y} x {trained_z} mm.</source>
            <translation>The model sees {x} × {y} × {z} mm and was trained on {trained_x} × {trained_y} × {trained_z} mm.</translation>
        </message>
        <message>
            <source>Too little to show a hip; choose a region of about the trained size.</source>
            <translation>Too little to show a hip; choose a region of about the trained size.</translation>
        </message>
        <message>
            <source>Too little to show a hip; give a CT of about the trained size, and check that its header counts in millimetres.</source>
            <translation>Too little to show a hip; give a CT of about the trained size, and check that its header counts in millimetres.</translation>
        </message>
        <message>
            <source>Padded with air.</source>
            <translation>Padded with air.</translation>
        </message>
        <message>
            <source>Used whole; a region around one hip is what the model knows.</source>
            <translation>Used whole; a region around one hip is what the model knows.</translation>
        </message>
        <message>
            <source>The CT does not cut bone of the region.</source>
            <translation>The CT does not cut bone of the region.</translation>
        </message>
        <message>
            <source>The CT cuts bone only where the model&apos;s training cases ended too.</source>
            <translation>The CT cuts bone only where the model&apos;s training cases ended too.</translation>
        </message>
        <message>
            <source>Whether the CT cuts bone too early was not judged: the model does not state what it was trained on.</source>
            <translation>Whether the CT cuts bone too early was not judged: the model does not state what it was trained on.</translation>
        </message>
        <message>
            <source>Whether the CT cuts bone too early was not judged: no joint was found to compare with.</source>
            <translation>Whether the CT cuts bone too early was not judged: no joint was found to compare with.</translation>
        </message>
        <message>
            <source>The CT cuts {cm2} cm2 of bone at its right border, and the model should see more of it.</source>
            <translation>The CT cuts {cm2} cm² of bone at its right border, and the model should see more of it.</translation>
        </message>
        <message>
            <source>The CT cuts {cm2} cm2 of bone at its front border, and the model should see more of it.</source>
            <translation>The CT cuts {cm2} cm² of bone at its front border, and the model should see more of it.</translation>
        </message>
        <message>
            <source>The CT cuts {cm2} cm2 of bone at its lower border, and the model should see more of it.</source>
            <translation>The CT cuts {cm2} cm² of bone at its lower border, and the model should see more of it.</translation>
        </message>
        <message>
            <source>The CT cuts {cm2} cm2 of bone at its left border, and the model should see more of it.</source>
            <translation>The CT cuts {cm2} cm² of bone at its left border, and the model should see more of it.</translation>
        </message>
        <message>
            <source>The CT cuts {cm2} cm2 of bone at its back border, and the model should see more of it.</source>
            <translation>The CT cuts {cm2} cm² of bone at its back border, and the model should see more of it.</translation>
        </message>
        <message>
            <source>The CT cuts {cm2} cm2 of bone at its upper border, and the model should see more of it.</source>
            <translation>The CT cuts {cm2} cm² of bone at its upper border, and the model should see more of it.</translation>
        </message>
        <message>
            <source>What is missing is taken for air.</source>
            <translation>What is missing is taken for air.</translation>
        </message>
        <message>
            <source>No metal.</source>
            <translation>No metal.</translation>
        </message>
        <message>
            <source>{cm3} cm3 of metal around {x}, {y}, {z} mm, outside the region.</source>
            <translation>{cm3} cm³ of metal around {x}, {y}, {z} mm, outside the region.</translation>
        </message>
        <message>
            <source>{cm3} cm3 of metal around {x}, {y}, {z} mm, on the left, outside the region.</source>
            <translation>{cm3} cm³ of metal around {x}, {y}, {z} mm, on the left, outside the region.</translation>
        </message>
        <message>
            <source>{cm3} cm3 of metal around {x}, {y}, {z} mm, on the right, outside the region.</source>
            <translation>{cm3} cm³ of metal around {x}, {y}, {z} mm, on the right, outside the region.</translation>
        </message>
        <message>
            <source>{cm3} cm3 of metal in the region ({percent} % of it above {hu} HU), around {x}, {y}, {z} mm.</source>
            <translation>{cm3} cm³ of metal in the region ({percent} % of it above {hu} HU), around {x}, {y}, {z} mm.</translation>
        </message>
        <message>
            <source>{cm3} cm3 of metal in the region ({percent} % of it above {hu} HU), around {x}, {y}, {z} mm, on the left.</source>
            <translation>{cm3} cm³ of metal in the region ({percent} % of it above {hu} HU), around {x}, {y}, {z} mm, on the left.</translation>
        </message>
        <message>
            <source>{cm3} cm3 of metal in the region ({percent} % of it above {hu} HU), around {x}, {y}, {z} mm, on the right.</source>
            <translation>{cm3} cm³ of metal in the region ({percent} % of it above {hu} HU), around {x}, {y}, {z} mm, on the right.</translation>
        </message>
        <message>
            <source>Used as it is; the model was made for hips without metal.</source>
            <translation>Used as it is; the model was made for hips without metal.</translation>
        </message>
        <message>
            <source>The header gives lengths in {unit}; they were converted to millimetres.</source>
            <translation>The header gives lengths in {unit}; they were converted to millimetres.</translation>
        </message>
        <message>
            <source>The header names no known unit of length; millimetres were assumed.</source>
            <translation>The header names no known unit of length; millimetres were assumed.</translation>
        </message>
        <message>
            <source>The voxels are {least} to {most} mm wide, which is unusual for a CT; check its unit.</source>
            <translation>The voxels are {least} to {most} mm wide, which is unusual for a CT; check its unit.</translation>
        </message>
        <message>
            <source>The header has a negative voxel size; its magnitude was used.</source>
            <translation>The header has a negative voxel size; its magnitude was used.</translation>
        </message>
        <message>
            <source>The header has a negative voxel size; that axis was turned round, as ITK reads it. Check the side before using a result.</source>
            <translation>The header has a negative voxel size; that axis was turned round, as ITK reads it. Check the side before using a result.</translation>
        </message>
        <message>
            <source>The voxel size of the sform ({used} mm) differs from the one stated apart ({stated} mm); the sform was used.</source>
            <translation>The voxel size of the sform ({used} mm) differs from the one stated apart ({stated} mm); the sform was used.</translation>
        </message>
        <message>
            <source>The axes of the header's {source} are not quite perpendicular; straightening them moved the far corner by {mm} mm.</source>
            <translation>The axes of the header's {source} are not quite perpendicular; straightening them moved the far corner by {mm} mm.</translation>
        </message>
        <message>
            <source>The header's sform and qform disagree by up to {mm} mm; the sform was used.</source>
            <translation>The header's sform and qform disagree by up to {mm} mm; the sform was used.</translation>
        </message>
        <message>
            <source>The header's sform {problem}; the qform was used.</source>
            <translation>The header's sform {problem}; the qform was used.</translation>
        </message>
        <message>
            <source>The header's sform {problem}, and its qform lies up to {mm} mm away from it; the qform was used.</source>
            <translation>The header's sform {problem}, and its qform lies up to {mm} mm away from it; the qform was used.</translation>
        </message>
        <message>
            <source>The header does not say how the patient lies; {assumed}. Check the side before using a result.</source>
            <translation>The header does not say how the patient lies; {assumed}. Check the side before using a result.</translation>
        </message>
        <message>
            <source>The header does not say where the patient lies; the first voxel was put at 0, 0, 0.</source>
            <translation>The header does not say where the patient lies; the first voxel was put at 0, 0, 0.</translation>
        </message>
        <message>
            <source>The header calls its axes {stated}, but its transform matrix makes them {used}; the matrix was used. Check the side before using a result.</source>
            <translation>The header calls its axes {stated}, but its transform matrix makes them {used}; the matrix was used. Check the side before using a result.</translation>
        </message>
        <message>
            <source>The header says {stated} bits per voxel, but its {type} voxels have {real}.</source>
            <translation>The header says {stated} bits per voxel, but its {type} voxels have {real}.</translation>
        </message>
        <message>
            <source>{count} bytes behind the voxels were ignored.</source>
            <translation>{count} bytes behind the voxels were ignored.</translation>
        </message>
        <message>
            <source>{count} voxels were not numbers; they were taken as air (-1024 HU).</source>
            <translation>{count} voxels were not numbers; they were taken as air (−1024 HU).</translation>
        </message>
        <message>
            <source>The folder holds {count} series; the only one that is a CT volume was read.</source>
            <translation>The folder holds {count} series; the only one that is a CT volume was read.</translation>
        </message>
        <message>
            <source>Files of the series ({count}: {names}) were left out: {reason}.</source>
            <translation>Files of the series ({count}: {names}) were left out: {reason}.</translation>
        </message>
        <message>
            <source>Slices that may belong to the volume ({count}: {names}) were left out: {reason}. The CT may end too early there.</source>
            <translation>Slices that may belong to the volume ({count}: {names}) were left out: {reason}. The CT may end too early there.</translation>
        </message>
        <message>
            <source>Folders that lie deeper than {depth} levels ({count}) were not looked into; slices may be missing.</source>
            <translation>Folders that lie deeper than {depth} levels ({count}) were not looked into; slices may be missing.</translation>
        </message>
        <message>
            <source>Links that lead out of the folder or nowhere ({count}) were not followed; slices may be missing.</source>
            <translation>Links that lead out of the folder or nowhere ({count}) were not followed; slices may be missing.</translation>
        </message>
        <message>
            <source>The slices are numbered from {first} to {last}, but only {count} of these {all} are there; there is no gap between them, so the CT was taken as complete.</source>
            <translation>The slices are numbered from {first} to {last}, but only {count} of these {all} are there; there is no gap between them, so the CT was taken as complete.</translation>
        </message>
        <message>
            <source>Missing slices ({count}) between {places} were interpolated from their neighbours.</source>
            <translation>Missing slices ({count}) between {places} were interpolated from their neighbours.</translation>
        </message>
        <message>
            <source>The gaps between slices run from {least} to {most} mm; the slices were resampled to {mm} mm.</source>
            <translation>The gaps between slices run from {least} to {most} mm; the slices were resampled to {mm} mm.</translation>
        </message>
        <message>
            <source>The distance between slices changes at slice {places} ({gaps} mm); they were resampled to {mm} mm, and what lies within the wider gaps was interpolated.</source>
            <translation>The distance between slices changes at slice {places} ({gaps} mm); they were resampled to {mm} mm, and what lies within the wider gaps was interpolated.</translation>
        </message>
        <message>
            <source>The gantry was tilted by {degrees} degrees; the slices were moved within their planes by up to {mm} mm to stand upright.</source>
            <translation>The gantry was tilted by {degrees} degrees; the slices were moved within their planes by up to {mm} mm to stand upright.</translation>
        </message>
        <message>
            <source>The orientations of the slices differ slightly; their mean was taken, which moved the far corner of a slice by up to {mm} mm.</source>
            <translation>The orientations of the slices differ slightly; their mean was taken, which moved the far corner of a slice by up to {mm} mm.</translation>
        </message>
        <message>
            <source>The slices are {thickness} mm thick and {gap} mm apart; the distance was used.</source>
            <translation>The slices are {thickness} mm thick and {gap} mm apart; the distance was used.</translation>
        </message>
        <message>
            <source>Slices that are there twice ({count}: {places}) were used once.</source>
            <translation>Slices that are there twice ({count}: {places}) were used once.</translation>
        </message>
        <message>
            <source>{count} of {all} slices ({names}) have another rescale slope or intercept than most; each slice got its own, and the values go on smoothly.</source>
            <translation>{count} of {all} slices ({names}) have another rescale slope or intercept than most; each slice got its own, and the values go on smoothly.</translation>
        </message>
        <message>
            <source>{count} of {all} slices ({names}) have another rescale slope or intercept than most ({odd} instead of {usual}), and their values lie about {hu} HU apart from those of their neighbours; check them before using a result.</source>
            <translation>{count} of {all} slices ({names}) have another rescale slope or intercept than most ({odd} instead of {usual}), and their values lie about {hu} HU apart from those of their neighbours; check them before using a result.</translation>
        </message>
        <message>
            <source>{count} pixels that the slices call padding were taken as air (-1024 HU).</source>
            <translation>{count} pixels that the slices call padding were taken as air (-1024 HU).</translation>
        </message>
        <message>
            <source>{count} pixels have a value that the slices call padding, but it stands for {least} to {most} HU, where tissue or metal can lie; they were kept as they are.</source>
            <translation>{count} pixels have a value that the slices call padding, but it stands for {least} to {most} HU, where tissue or metal can lie; they were kept as they are.</translation>
        </message>
        <message>
            <source>{count} of {all} slices do not say how their values become HU; their stored values were taken.</source>
            <translation>{count} of {all} slices do not say how their values become HU; their stored values were taken.</translation>
        </message>
        <message>
            <source>{count} of {all} slices ({names}) do not say how their values become HU; they were given the scale of the slices beside them ({scale}), with which the values go on smoothly.</source>
            <translation>{count} of {all} slices ({names}) do not say how their values become HU; they were given the scale of the slices beside them ({scale}), with which the values go on smoothly.</translation>
        </message>
        <message>
            <source>{count} of {all} slices ({names}) do not say how their values become HU; their stored values were taken, which go on smoothly from those of their neighbours.</source>
            <translation>{count} of {all} slices ({names}) do not say how their values become HU; their stored values were taken, which go on smoothly from those of their neighbours.</translation>
        </message>
        <message>
            <source>The slices were packed with loss before they came here; fine detail and exact HU may be missing.</source>
            <translation>The slices were packed with loss before they came here; fine detail and exact HU may be missing.</translation>
        </message>
</context>
    <context>
        <name>Preflight</name>
        <message>
            <source>Fine</source>
            <translation>Fine</translation>
        </message>
        <message>
            <source>Adapted</source>
            <translation>Adapted</translation>
        </message>
        <message>
            <source>Doubtful</source>
            <translation>Doubtful</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>Voxel size</source>
            <translation>Voxel size</translation>
        </message>
        <message>
            <source>Orientation</source>
            <translation>Orientation</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Region</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>Side</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Metal</source>
            <translation>Metal</translation>
        </message>
        <message>
            <source>Cut bone</source>
            <translation>Cut bone</translation>
        </message>
        <message>
            <source>HU range</source>
            <translation>HU range</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Size</translation>
        </message>
</context>
    <context>
        <name>SideText</name>
        <message>
            <source>Left (asked for)</source>
            <translation>Left (asked for)</translation>
        </message>
        <message>
            <source>Left (found)</source>
            <translation>Left (found)</translation>
        </message>
        <message>
            <source>Left (assumed)</source>
            <translation>Left (assumed)</translation>
        </message>
        <message>
            <source>Left (from the name)</source>
            <translation>Left (from the name)</translation>
        </message>
        <message>
            <source>Right (asked for)</source>
            <translation>Right (asked for)</translation>
        </message>
        <message>
            <source>Right (found)</source>
            <translation>Right (found)</translation>
        </message>
        <message>
            <source>Right (assumed)</source>
            <translation>Right (assumed)</translation>
        </message>
        <message>
            <source>Right (from the name)</source>
            <translation>Right (from the name)</translation>
        </message>
        <message>
            <source>Not stated</source>
            <translation>Not stated</translation>
        </message>
        <message>
            <source>Left hip</source>
            <translation>Left hip</translation>
        </message>
        <message>
            <source>Right hip</source>
            <translation>Right hip</translation>
        </message>
</context>
    <context>
        <name>hipwright::SeriesDialog</name>
        <message>
            <source>Open series</source>
            <translation>Open series</translation>
        </message>
        <message>
            <source>Choose a CT series</source>
            <translation>Choose a CT series</translation>
        </message>
        <message>
            <source>CT series of the folder</source>
            <translation>CT series of the folder</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Series %1</source>
            <translation>Series %1</translation>
        </message>
        <message>
            <source>Cannot be used: %1</source>
            <translation>Cannot be used: %1</translation>
        </message>
        <message numerus="yes">
            <source>%1 holds %n CT series.</source>
            <translation>
                <numerusform>%1 holds %n CT series.</numerusform>
                <numerusform>%1 holds %n CT series.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n slice(s) of %1 × %2, %3</source>
            <translation>
                <numerusform>%n slice of %1 × %2, %3</numerusform>
                <numerusform>%n slices of %1 × %2, %3</numerusform>
            </translation>
        </message>
</context>
    <context>
        <name>hipwright::HipChooser</name>
        <message>
            <source>Right hip</source>
            <translation>Right hip</translation>
        </message>
        <message>
            <source>Left hip</source>
            <translation>Left hip</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Region</translation>
        </message>
        <message>
            <source>Back to the region the program proposes</source>
            <translation>Back to the region the program proposes</translation>
        </message>
        <message>
            <source>%1 × %2 × %3 mm</source>
            <translation>%1 × %2 × %3 mm</translation>
        </message>
        <message>
            <source>Whole CT</source>
            <translation>Whole CT</translation>
        </message>
        <message>
            <source>looking…</source>
            <translation>looking…</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>not found</translation>
        </message>
        <message>
            <source>metal, %1 cm³</source>
            <translation>metal, %1 cm³</translation>
        </message>
        <message>
            <source>found</source>
            <translation>found</translation>
        </message>
        <message>
            <source>Plan this hip: go there, and take the region around it</source>
            <translation>Plan this hip: go there, and take the region around it</translation>
        </message>
        <message>
            <source>It was not found in this CT. A side can be set under Settings.</source>
            <translation>It was not found in this CT. A side can be set under Settings.</translation>
        </message>
        <message>
            <source>Put a box of the model's size around the crosshair</source>
            <translation>Put a box of the model's size around the crosshair</translation>
        </message>
</context>
    <context>
        <name>hipwright::MismatchView</name>
        <message>
            <source>Not expected</source>
            <translation>Not expected</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Missing</translation>
        </message>
        <message>
            <source>Wrong shape</source>
            <translation>Wrong shape</translation>
        </message>
        <message>
            <source>Kinds of problems</source>
            <translation>Kinds of problems</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Key</translation>
        </message>
        <message>
            <source>Profile expects</source>
            <translation>Profile expects</translation>
        </message>
        <message>
            <source>File has</source>
            <translation>File has</translation>
        </message>
        <message>
            <source>Keys that do not fit</source>
            <translation>Keys that do not fit</translation>
        </message>
        <message>
            <source>none</source>
            <translation>none</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>and %1 more</translation>
        </message>
</context>
    <context>
        <name>hipwright::PreflightList</name>
        <message numerus="yes">
            <source>%n check(s) passed</source>
            <translation>
                <numerusform>%n check passed</numerusform>
                <numerusform>%n checks passed</numerusform>
            </translation>
        </message>
        <message>
            <source>Show or hide what was found to be fine</source>
            <translation>Show or hide what was found to be fine</translation>
        </message>
</context>
    <context>
        <name>hipwright::ExportForm</name>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Frame</source>
            <translation>Frame</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Also save</source>
            <translation>Also save</translation>
        </message>
        <message>
            <source>File</source>
            <translation>File</translation>
        </message>
        <message>
            <source>A file of this name is there already and will be replaced.</source>
            <translation>A file of this name is there already and will be replaced.</translation>
        </message>
        <message>
            <source>STL binary</source>
            <translation>STL binary</translation>
        </message>
        <message>
            <source>STL text</source>
            <translation>STL text</translation>
        </message>
        <message>
            <source>LPS, patient, as DICOM</source>
            <translation>LPS, patient, as DICOM</translation>
        </message>
        <message>
            <source>x to the patient's left, y to the back, z to the head.</source>
            <translation>x to the patient's left, y to the back, z to the head.</translation>
        </message>
        <message>
            <source>RAS</source>
            <translation>RAS</translation>
        </message>
        <message>
            <source>x to the patient's right, y to the front, z to the head, as 3D Slicer's scene.</source>
            <translation>x to the patient's right, y to the front, z to the head, as 3D Slicer's scene.</translation>
        </message>
        <message>
            <source>Voxel index</source>
            <translation>Voxel index</translation>
        </message>
        <message>
            <source>Voxels of the CT instead of millimetres.</source>
            <translation>Voxels of the CT instead of millimetres.</translation>
        </message>
        <message>
            <source>Fused CT</source>
            <translation>Fused CT</translation>
        </message>
        <message>
            <source>The CT with the implant in it, NIfTI.</source>
            <translation>The CT with the implant in it, NIfTI.</translation>
        </message>
        <message>
            <source>SDF</source>
            <translation>SDF</translation>
        </message>
        <message>
            <source>The signed distance field of the implant, NIfTI.</source>
            <translation>The signed distance field of the implant, NIfTI.</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Pictures</translation>
        </message>
        <message>
            <source>The strip of the stages, PNG.</source>
            <translation>The strip of the stages, PNG.</translation>
        </message>
        <message>
            <source>Print report</source>
            <translation>Print report</translation>
        </message>
        <message>
            <source>The report below with the numbers of the triangles, JSON.</source>
            <translation>The report below with the numbers of the triangles, JSON.</translation>
        </message>
        <message>
            <source>Bone surface</source>
            <translation>Bone surface</translation>
        </message>
        <message>
            <source>The bone of the CT at 200 HU, in the same format.</source>
            <translation>The bone of the CT at 200 HU, in the same format.</translation>
        </message>
        <message>
            <source>This run has not saved it.</source>
            <translation>This run has not saved it.</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>Browse…</translation>
        </message>
        <message>
            <source>Export implant</source>
            <translation>Export implant</translation>
        </message>
        <message>
            <source>Surfaces (*.stl *.3mf *.ply *.obj)</source>
            <translation>Surfaces (*.stl *.3mf *.ply *.obj)</translation>
        </message>
        <message>
            <source>voxels</source>
            <translation>voxels</translation>
        </message>
        <message>
            <source>STL holds no unit, choose millimetres in the slicer. 3MF keeps it.</source>
            <translation>STL holds no unit, choose millimetres in the slicer. 3MF keeps it.</translation>
        </message>
        <message>
            <source>3MF holds the unit; slicers need not ask.</source>
            <translation>3MF holds the unit; slicers need not ask.</translation>
        </message>
        <message>
            <source>%1 holds no unit; ours is in a comment.</source>
            <translation>%1 holds no unit; ours is in a comment.</translation>
        </message>
        <message>
            <source>Not for printing: for programs that work on the grid of the CT.</source>
            <translation>Not for printing: for programs that work on the grid of the CT.</translation>
        </message>
        <message>
            <source>3MF is always in millimetres.</source>
            <translation>3MF is always in millimetres.</translation>
        </message>
        <message>
            <source>This run drew no strip. Choose Strip only or Previews and strip under Stages, and repeat it.</source>
            <translation>This run drew no strip. Choose Strip only or Previews and strip under Stages, and repeat it.</translation>
        </message>
</context>
    <context>
        <name>hipwright::PartPreview</name>
        <message>
            <source>Preview of the implant</source>
            <translation>Preview of the implant</translation>
        </message>
        <message>
            <source>Drag or use the arrow keys to turn, the wheel to zoom, 0 to see all of it.</source>
            <translation>Drag or use the arrow keys to turn, the wheel to zoom, 0 to see all of it.</translation>
        </message>
</context>
    <context>
        <name>PrintRows</name>
        <message numerus="yes">
            <source>%n flipped edge(s)</source>
            <translation>
                <numerusform>%n flipped edge</numerusform>
                <numerusform>%n flipped edges</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 cm³</source>
            <translation>%1 cm³</translation>
        </message>
        <message>
            <source>inward, %1</source>
            <translation>inward, %1</translation>
        </message>
        <message>
            <source>outward, %1</source>
            <translation>outward, %1</translation>
        </message>
        <message>
            <source>%1 mm² below it</source>
            <translation>%1 mm² below it</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n thin tip(s)</source>
            <translation>
                <numerusform>%1, %n thin tip</numerusform>
                <numerusform>%1, %n thin tips</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %n groove(s)</source>
            <translation>
                <numerusform>%1, %n groove</numerusform>
                <numerusform>%1, %n grooves</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 Here they come to %2 mm².</source>
            <translation>%1 Here they come to %2 mm².</translation>
        </message>
        <message>
            <source>none below %1 mm</source>
            <translation>none below %1 mm</translation>
        </message>
        <message>
            <source>none</source>
            <translation>none</translation>
        </message>
        <message>
            <source>%1 % of the surface</source>
            <translation>%1 % of the surface</translation>
        </message>
        <message>
            <source>Open edges</source>
            <translation>Open edges</translation>
        </message>
        <message>
            <source>Edges with a single triangle: the surface has a hole there.</source>
            <translation>Edges with a single triangle: the surface has a hole there.</translation>
        </message>
        <message>
            <source>Non-manifold edges and vertices</source>
            <translation>Non-manifold edges and vertices</translation>
        </message>
        <message>
            <source>Places where more than two sheets of the surface meet.</source>
            <translation>Places where more than two sheets of the surface meet.</translation>
        </message>
        <message>
            <source>Self-intersections</source>
            <translation>Self-intersections</translation>
        </message>
        <message>
            <source>Pairs of triangles that cut through each other.</source>
            <translation>Pairs of triangles that cut through each other.</translation>
        </message>
        <message>
            <source>Degenerate or duplicate triangles</source>
            <translation>Degenerate or duplicate triangles</translation>
        </message>
        <message>
            <source>Triangles without area, and triangles that are there twice.</source>
            <translation>Triangles without area, and triangles that are there twice.</translation>
        </message>
        <message>
            <source>Winding and signed volume</source>
            <translation>Winding and signed volume</translation>
        </message>
        <message>
            <source>positive</source>
            <translation>positive</translation>
        </message>
        <message>
            <source>Shells</source>
            <translation>Shells</translation>
        </message>
        <message>
            <source>Parts that do not touch each other; each is printed by itself.</source>
            <translation>Parts that do not touch each other; each is printed by itself.</translation>
        </message>
        <message>
            <source>Smallest wall</source>
            <translation>Smallest wall</translation>
        </message>
        <message>
            <source>Straight inward from the middle of every triangle to a parallel side. Tips of edges, up to 4 mm² in all, are left out.</source>
            <translation>Straight inward from the middle of every triangle to a parallel side. Tips of edges, up to 4 mm² in all, are left out.</translation>
        </message>
        <message>
            <source>Smallest gap</source>
            <translation>Smallest gap</translation>
        </message>
        <message>
            <source>Straight outward from the middle of every triangle to a parallel side. Bottoms of grooves, up to 4 mm² in all, are left out.</source>
            <translation>Straight outward from the middle of every triangle to a parallel side. Bottoms of grooves, up to 4 mm² in all, are left out.</translation>
        </message>
        <message>
            <source>Deviation from the isosurface</source>
            <translation>Deviation from the isosurface</translation>
        </message>
        <message>
            <source>Overhang beyond 45°</source>
            <translation>Overhang beyond 45°</translation>
        </message>
        <message>
            <source>supports</source>
            <translation>supports</translation>
        </message>
        <message>
            <source>Surface that looks downward by more than 45° while the part stands as it lies in the file, along the patient's axis to the head.</source>
            <translation>Surface that looks downward by more than 45° while the part stands as it lies in the file, along the patient's axis to the head.</translation>
        </message>
        <message>
            <source>Fits the printer, %1</source>
            <translation>Fits the printer, %1</translation>
        </message>
        <message>
            <source>The part may be turned by quarter turns.</source>
            <translation>The part may be turned by quarter turns.</translation>
        </message>
        <message>
            <source>Surface</source>
            <translation>Surface</translation>
        </message>
        <message>
            <source>one</source>
            <translation>one</translation>
        </message>
        <message>
            <source>%1 mm max</source>
            <translation>%1 mm max</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>very small</source>
            <translation>very small</translation>
        </message>
        <message>
            <source>So small a part that a slicer may ask whether inches were meant.</source>
            <translation>So small a part that a slicer may ask whether inches were meant.</translation>
        </message>
        <message>
            <source>The triangles of every part look outward and those of its cavities inward, and no solid lies in another: each volume is positive.</source>
            <translation>The triangles of every part look outward and those of its cavities inward, and no solid lies in another: each volume is positive.</translation>
        </message>
        <message numerus="yes">
            <source>%n shell(s) turned or nested</source>
            <translation>
                <numerusform>%n shell turned or nested</numerusform>
                <numerusform>%n shells turned or nested</numerusform>
            </translation>
        </message>
        <message>
            <source>at most %1</source>
            <translation>at most %1</translation>
        </message>
        <message>
            <source>%1, %2 cm³</source>
            <translation>%1, %2 cm³</translation>
        </message>
        <message>
            <source>Specks</source>
            <translation>Specks</translation>
        </message>
        <message>
            <source>Parts below 0.1 cm³: scraps of the field, each printed by itself. A repair can leave them out.</source>
            <translation>Parts below 0.1 cm³: scraps of the field, each printed by itself. A repair can leave them out.</translation>
        </message>
        <message>
            <source>Closed cavities</source>
            <translation>Closed cavities</translation>
        </message>
        <message>
            <source>Hollows without a way out: powder or resin stays in them.</source>
            <translation>Hollows without a way out: powder or resin stays in them.</translation>
        </message>
        <message>
            <source>Cut off by the field&apos;s edge</source>
            <translation>Cut off by the field&apos;s edge</translation>
        </message>
        <message>
            <source>%1 mm²</source>
            <translation>%1 mm²</translation>
        </message>
        <message>
            <source>The distance field ends before the implant does: a flat cap closes it there.</source>
            <translation>The distance field ends before the implant does: a flat cap closes it there.</translation>
        </message>
        <message>
            <source>How far the saved surface, and then a repair, lie from the surface of the distance field, at most and both ways. Not measured where the field cannot be read.</source>
            <translation>How far the saved surface, and then a repair, lie from the surface of the distance field, at most and both ways. Not measured where the field cannot be read.</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>not measured</translation>
        </message>
</context>
    <context>
        <name>hipwright::PrintTable</name>
        <message>
            <source>Print report</source>
            <translation>Print report</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>Found</translation>
        </message>
        <message>
            <source>Needed</source>
            <translation>Needed</translation>
        </message>
        <message>
            <source>Show in 3-D</source>
            <translation>Show in 3-D</translation>
        </message>
        <message>
            <source>Show in 3-D: %1</source>
            <translation>Show in 3-D: %1</translation>
        </message>
</context>
    <context>
        <name>hipwright::PrintReportView</name>
        <message>
            <source>Checking…</source>
            <translation>Checking…</translation>
        </message>
        <message>
            <source>Print report</source>
            <translation>Print report</translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n failed</numerusform>
                <numerusform>%n failed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passed</source>
            <translation>
                <numerusform>%n passed</numerusform>
                <numerusform>%n passed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message>
            <source>Print-ready</source>
            <translation>Print-ready</translation>
        </message>
        <message numerus="yes">
            <source>%n check(s) failed</source>
            <translation>
                <numerusform>%n check failed</numerusform>
                <numerusform>%n checks failed</numerusform>
            </translation>
        </message>
</context>
    <context>
        <name>hipwright::PrinterRow</name>
        <message>
            <source>Printer, width</source>
            <translation>Printer, width</translation>
        </message>
        <message>
            <source>Printer, depth</source>
            <translation>Printer, depth</translation>
        </message>
        <message>
            <source>Printer, height</source>
            <translation>Printer, height</translation>
        </message>
        <message>
            <source>Thinnest wall</source>
            <translation>Thinnest wall</translation>
        </message>
        <message>
            <source>Narrowest gap</source>
            <translation>Narrowest gap</translation>
        </message>
        <message>
            <source>Wall at least</source>
            <translation>Wall at least</translation>
        </message>
        <message>
            <source>Gap at least</source>
            <translation>Gap at least</translation>
        </message>
        <message>
            <source>%1, mm</source>
            <translation>%1, mm</translation>
        </message>
        <message>
            <source>Most parts</source>
            <translation>Most parts</translation>
        </message>
        <message>
            <source>Parts at most</source>
            <translation>Parts at most</translation>
        </message>
        <message>
            <source>A cup and a stem are two; more are scraps of the field, or screws and cables you know of.</source>
            <translation>A cup and a stem are two; more are scraps of the field, or screws and cables you know of.</translation>
        </message>
</context>
    <context>
        <name>RepairText</name>
        <message>
            <source>Largest parts</source>
            <translation>Largest parts</translation>
        </message>
        <message>
            <source>Clean</source>
            <translation>Clean</translation>
        </message>
        <message>
            <source>Smooth</source>
            <translation>Smooth</translation>
        </message>
        <message>
            <source>Fewer triangles</source>
            <translation>Fewer triangles</translation>
        </message>
        <message numerus="yes">
            <source>%n shell(s) dropped, %1 cm³</source>
            <translation>
                <numerusform>%n shell dropped, %1 cm³</numerusform>
                <numerusform>%n shells dropped, %1 cm³</numerusform>
            </translation>
        </message>
        <message>
            <source>no more parts than that</source>
            <translation>no more parts than that</translation>
        </message>
        <message>
            <source>nothing to remove</source>
            <translation>nothing to remove</translation>
        </message>
        <message>
            <source>needs a closed surface</source>
            <translation>needs a closed surface</translation>
        </message>
</context>
    <context>
        <name>hipwright::RepairPanel</name>
        <message>
            <source>Keep only the largest parts</source>
            <translation>Keep only the largest parts</translation>
        </message>
        <message>
            <source>Remove degenerate and duplicate triangles</source>
            <translation>Remove degenerate and duplicate triangles</translation>
        </message>
        <message>
            <source>Smooth without shrinking, moving at most</source>
            <translation>Smooth without shrinking, moving at most</translation>
        </message>
        <message>
            <source>Most that smoothing moves a point</source>
            <translation>Most that smoothing moves a point</translation>
        </message>
        <message>
            <source>Fewer triangles, within</source>
            <translation>Fewer triangles, within</translation>
        </message>
        <message>
            <source>Error of fewer triangles</source>
            <translation>Error of fewer triangles</translation>
        </message>
        <message>
            <source>Try repair</source>
            <translation>Try repair</translation>
        </message>
        <message>
            <source>Keep repair</source>
            <translation>Keep repair</translation>
        </message>
        <message>
            <source>Back to the report</source>
            <translation>Back to the report</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>Repair</translation>
        </message>
        <message>
            <source>Tried on a copy. Nothing changes until you keep it.</source>
            <translation>Tried on a copy. Nothing changes until you keep it.</translation>
        </message>
        <message>
            <source>How many parts</source>
            <translation>How many parts</translation>
        </message>
        <message>
            <source>Repairing…</source>
            <translation>Repairing…</translation>
        </message>
        <message numerus="yes">
            <source>%n check(s) would still fail</source>
            <translation>
                <numerusform>%n check would still fail</numerusform>
                <numerusform>%n checks would still fail</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n check(s) would fail now</source>
            <translation>
                <numerusform>%n check would fail now</numerusform>
                <numerusform>%n checks would fail now</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Would pass every check</source>
            <translation>Would pass every check</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Step</translation>
        </message>
        <message>
            <source>Triangles</source>
            <translation>Triangles</translation>
        </message>
        <message>
            <source>Moved, max</source>
            <translation>Moved, max</translation>
        </message>
        <message>
            <source>Moved, mean</source>
            <translation>Moved, mean</translation>
        </message>
</context>
    <context>
        <name>hipwright::PrintFlow</name>
        <message>
            <source>Close the print report</source>
            <translation>Close the print report</translation>
        </message>
</context>
    <context>
        <name>hipwright::AbView</name>
        <message>
            <source>A and B in one slice</source>
            <translation>A and B in one slice</translation>
        </message>
        <message>
            <source>%1 to the left of the bar at %2 %, %3 to its right</source>
            <translation>%1 to the left of the bar at %2 %, %3 to its right</translation>
        </message>
        <message>
            <source>nothing yet</source>
            <translation>nothing yet</translation>
        </message>
</context>
    <context>
        <name>hipwright::ColourBar</name>
        <message>
            <source>Colours from %1 mm, inside the reference, to %2 mm, outside</source>
            <translation>Colours from %1 mm, inside the reference, to %2 mm, outside</translation>
        </message>
</context>
    <context>
        <name>hipwright::ColumnHead</name>
        <message>
            <source>Pick as the winner</source>
            <translation>Pick as the winner</translation>
        </message>
        <message>
            <source>More for this value</source>
            <translation>More for this value</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Reference</translation>
        </message>
        <message>
            <source>Make it the reference</source>
            <translation>Make it the reference</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Export…</translation>
        </message>
        <message>
            <source>Open as run</source>
            <translation>Open as run</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>Show folder</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Both values mix the predictions with the same weight: one run.</source>
            <translation>Both values mix the predictions with the same weight: one run.</translation>
        </message>
        <message>
            <source>%1 is the winner</source>
            <translation>%1 is the winner</translation>
        </message>
        <message>
            <source>Pick %1 as the winner</source>
            <translation>Pick %1 as the winner</translation>
        </message>
        <message>
            <source>More for %1</source>
            <translation>More for %1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
</context>
    <context>
        <name>Columns</name>
        <message>
            <source>ignores the CT</source>
            <translation>ignores the CT</translation>
        </message>
        <message>
            <source>no guidance</source>
            <translation>no guidance</translation>
        </message>
        <message>
            <source>distorts</source>
            <translation>distorts</translation>
        </message>
        <message>
            <source>upper limit</source>
            <translation>upper limit</translation>
        </message>
        <message>
            <source>%1, seed %2</source>
            <translation>%1, seed %2</translation>
        </message>
        <message>
            <source>%1 and %2</source>
            <translation>%1 and %2</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>waiting</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>stopped</translation>
        </message>
        <message>
            <source>measuring</source>
            <translation>measuring</translation>
        </message>
        <message>
            <source>the same run</source>
            <translation>the same run</translation>
        </message>
        <message>
            <source>seed %1, %2 steps</source>
            <translation>seed %1, %2 steps</translation>
        </message>
</context>
    <context>
        <name>hipwright::ColumnsView</name>
        <message>
            <source>Stages</source>
            <translation>Stages</translation>
        </message>
        <message>
            <source>Coronal</source>
            <translation>Coronal</translation>
        </message>
        <message>
            <source>3-D, distance to the reference</source>
            <translation>3-D, distance to the reference</translation>
        </message>
        <message>
            <source>blue inside, orange outside</source>
            <translation>blue inside, orange outside</translation>
        </message>
        <message>
            <source>Slices and numbers work as usual.</source>
            <translation>Slices and numbers work as usual.</translation>
        </message>
        <message>
            <source>Coronal slice of %1</source>
            <translation>Coronal slice of %1</translation>
        </message>
        <message>
            <source>%1 mm</source>
            <translation>%1 mm</translation>
        </message>
        <message>
            <source>W %1 L %2</source>
            <translation>W %1 L %2</translation>
        </message>
</context>
    <context>
        <name>hipwright::CompareFlow</name>
        <message>
            <source>Add value</source>
            <translation>Add value</translation>
        </message>
        <message>
            <source>Guidance (CFG)</source>
            <translation>Guidance (CFG)</translation>
        </message>
        <message>
            <source>Start over</source>
            <translation>Start over</translation>
        </message>
        <message>
            <source>Close this comparison and choose values anew? The runs stay on disk.</source>
            <translation>Close this comparison and choose values anew? The runs stay on disk.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Save table</source>
            <translation>Save table</translation>
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation>Tables (*.csv)</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>Saved %1</translation>
        </message>
        <message>
            <source>Earlier run</source>
            <translation>Earlier run</translation>
        </message>
        <message>
            <source>These names belong to the comparison's own files. Choose another name or folder.</source>
            <translation>These names belong to the comparison's own files. Choose another name or folder.</translation>
        </message>
        <message>
            <source>%1: already there. Replace?</source>
            <translation>%1: already there. Replace?</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Replace</translation>
        </message>
</context>
    <context>
        <name>hipwright::CompareHead</name>
        <message>
            <source>Compare guidance</source>
            <translation>Compare guidance</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>Reference</translation>
        </message>
        <message>
            <source>The value that the others are measured against</source>
            <translation>The value that the others are measured against</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>Range</translation>
        </message>
        <message>
            <source>± %1 mm</source>
            <translation>± %1 mm</translation>
        </message>
        <message>
            <source>Range of the colours</source>
            <translation>Range of the colours</translation>
        </message>
        <message>
            <source>The distance that the end colours stand for</source>
            <translation>The distance that the end colours stand for</translation>
        </message>
        <message>
            <source>Linked views</source>
            <translation>Linked views</translation>
        </message>
        <message>
            <source>Add value</source>
            <translation>Add value</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>Run the values that have not finished</source>
            <translation>Run the values that have not finished</translation>
        </message>
        <message>
            <source>A and B, colours and chart</source>
            <translation>A and B, colours and chart</translation>
        </message>
        <message>
            <source>Back to case</source>
            <translation>Back to case</translation>
        </message>
        <message>
            <source>Another value…</source>
            <translation>Another value…</translation>
        </message>
        <message>
            <source>Earlier run</source>
            <translation>Earlier run</translation>
        </message>
        <message>
            <source>Start over…</source>
            <translation>Start over…</translation>
        </message>
        <message>
            <source>Seed %1, %2 steps, same starting noise</source>
            <translation>Seed %1, %2 steps, same starting noise</translation>
        </message>
        <message>
            <source>Seed %1, %2 steps; earlier runs have their own</source>
            <translation>Seed %1, %2 steps; earlier runs have their own</translation>
        </message>
        <message>
            <source>%1 of %2 finished</source>
            <translation>%1 of %2 finished</translation>
        </message>
        <message>
            <source>Writing the table</source>
            <translation>Writing the table</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>%1 left</translation>
        </message>
        <message>
            <source>Seed %1</source>
            <translation>Seed %1</translation>
        </message>
</context>
    <context>
        <name>hipwright::ComparePanel</name>
        <message>
            <source>A and B, colours and chart</source>
            <translation>A and B, colours and chart</translation>
        </message>
        <message>
            <source>A/B</source>
            <translation>A/B</translation>
        </message>
        <message>
            <source>Value A</source>
            <translation>Value A</translation>
        </message>
        <message>
            <source>Value B</source>
            <translation>Value B</translation>
        </message>
        <message>
            <source>Drag the bar, or hold Space to flip A and B.</source>
            <translation>Drag the bar, or hold Space to flip A and B.</translation>
        </message>
        <message>
            <source>Over CFG</source>
            <translation>Over CFG</translation>
        </message>
        <message>
            <source>Number on the left axis</source>
            <translation>Number on the left axis</translation>
        </message>
        <message>
            <source>Number on the right axis</source>
            <translation>Number on the right axis</translation>
        </message>
        <message>
            <source>Save table</source>
            <translation>Save table</translation>
        </message>
        <message>
            <source>Save the numbers as CSV and JSON, and a strip of pictures</source>
            <translation>Save the numbers as CSV and JSON, and a strip of pictures</translation>
        </message>
        <message>
            <source>Possible once all distances to the reference are measured.</source>
            <translation>Possible once all distances to the reference are measured.</translation>
        </message>
        <message>
            <source>Signed distance to the reference, mm</source>
            <translation>Signed distance to the reference, mm</translation>
        </message>
        <message>
            <source>Signed distance to %1, mm</source>
            <translation>Signed distance to %1, mm</translation>
        </message>
        <message>
            <source>Export the winner</source>
            <translation>Export the winner</translation>
        </message>
        <message>
            <source>Export %1</source>
            <translation>Export %1</translation>
        </message>
        <message>
            <source>Pick the winner with the star above its column.</source>
            <translation>Pick the winner with the star above its column.</translation>
        </message>
        <message>
            <source>Filled marks beside the curves: earlier runs, with seeds and steps of their own.</source>
            <translation>Filled marks beside the curves: earlier runs, with seeds and steps of their own.</translation>
        </message>
</context>
    <context>
        <name>hipwright::ComparisonSession</name>
        <message numerus="yes">
            <source>Comparison started: %n value(s)</source>
            <translation>
                <numerusform>Comparison started: %n value</numerusform>
                <numerusform>Comparison started: %n values</numerusform>
            </translation>
        </message>
        <message>
            <source>Comparison stopped by the user</source>
            <translation>Comparison stopped by the user</translation>
        </message>
        <message>
            <source>Choose another reference first.</source>
            <translation>Choose another reference first.</translation>
        </message>
        <message>
            <source>The values that run are measured against this one.</source>
            <translation>The values that run are measured against this one.</translation>
        </message>
        <message>
            <source>%1 cannot join: its implant lies outside the region of this comparison. Choose a run of the same hip and region.</source>
            <translation>%1 cannot join: its implant lies outside the region of this comparison. Choose a run of the same hip and region.</translation>
        </message>
        <message>
            <source>The earlier table of this comparison cannot be read. Its values are taken from their runs.</source>
            <translation>The earlier table of this comparison cannot be read. Its values are taken from their runs.</translation>
        </message>
</context>
    <context>
        <name>NumberRows</name>
        <message numerus="yes">
            <source>The reference has %n part(s).</source>
            <translation>
                <numerusform>The reference has %n part.</numerusform>
                <numerusform>The reference has %n parts.</numerusform>
            </translation>
        </message>
        <message>
            <source>More than %1 mm from the reference.</source>
            <translation>More than %1 mm from the reference.</translation>
        </message>
        <message>
            <source>More than %1° from the reference.</source>
            <translation>More than %1° from the reference.</translation>
        </message>
        <message>
            <source>Outside the safe zone of %1° to %2°.</source>
            <translation>Outside the safe zone of %1° to %2°.</translation>
        </message>
        <message>
            <source>Volume, cm³</source>
            <translation>Volume, cm³</translation>
        </message>
        <message>
            <source>Surface, cm²</source>
            <translation>Surface, cm²</translation>
        </message>
        <message>
            <source>Width, mm</source>
            <translation>Width, mm</translation>
        </message>
        <message>
            <source>Depth, mm</source>
            <translation>Depth, mm</translation>
        </message>
        <message>
            <source>Height, mm</source>
            <translation>Height, mm</translation>
        </message>
        <message>
            <source>Separate parts</source>
            <translation>Separate parts</translation>
        </message>
        <message>
            <source>Inside bone, %</source>
            <translation>Inside bone, %</translation>
        </message>
        <message>
            <source>Inside cortex, %</source>
            <translation>Inside cortex, %</translation>
        </message>
        <message>
            <source>Inside soft tissue, %</source>
            <translation>Inside soft tissue, %</translation>
        </message>
        <message>
            <source>Outside the scan, %</source>
            <translation>Outside the scan, %</translation>
        </message>
        <message>
            <source>Dice</source>
            <translation>Dice</translation>
        </message>
        <message>
            <source>Mean distance, mm</source>
            <translation>Mean distance, mm</translation>
        </message>
        <message>
            <source>HD95, mm</source>
            <translation>HD95, mm</translation>
        </message>
        <message>
            <source>Centre shift, mm</source>
            <translation>Centre shift, mm</translation>
        </message>
        <message>
            <source>Head radius, mm</source>
            <translation>Head radius, mm</translation>
        </message>
        <message>
            <source>Cup inclination (scanner planes)</source>
            <translation>Cup inclination (scanner planes)</translation>
        </message>
        <message>
            <source>Cup anteversion (scanner planes)</source>
            <translation>Cup anteversion (scanner planes)</translation>
        </message>
        <message>
            <source>Stem turned by</source>
            <translation>Stem turned by</translation>
        </message>
        <message>
            <source>Canal fill, low, %</source>
            <translation>Canal fill, low, %</translation>
        </message>
        <message>
            <source>Canal fill, middle, %</source>
            <translation>Canal fill, middle, %</translation>
        </message>
        <message>
            <source>Canal fill, high, %</source>
            <translation>Canal fill, high, %</translation>
        </message>
        <message>
            <source>Volume inside the implant's surface.</source>
            <translation>Volume inside the implant's surface.</translation>
        </message>
        <message>
            <source>Area of the implant's surface.</source>
            <translation>Area of the implant's surface.</translation>
        </message>
        <message>
            <source>Size of the implant from left to right.</source>
            <translation>Size of the implant from left to right.</translation>
        </message>
        <message>
            <source>Size of the implant from front to back.</source>
            <translation>Size of the implant from front to back.</translation>
        </message>
        <message>
            <source>Size of the implant from head to feet.</source>
            <translation>Size of the implant from head to feet.</translation>
        </message>
        <message>
            <source>Pieces that do not touch each other.</source>
            <translation>Pieces that do not touch each other.</translation>
        </message>
        <message>
            <source>Share of the implant where the CT shows bone, from 226 HU.</source>
            <translation>Share of the implant where the CT shows bone, from 226 HU.</translation>
        </message>
        <message>
            <source>Share of the implant where the CT shows cortex, from 600 HU.</source>
            <translation>Share of the implant where the CT shows cortex, from 600 HU.</translation>
        </message>
        <message>
            <source>Share of the implant where the CT shows fat, muscle or cartilage, up to 226 HU.</source>
            <translation>Share of the implant where the CT shows fat, muscle or cartilage, up to 226 HU.</translation>
        </message>
        <message>
            <source>Share of the implant outside the patient or the picture.</source>
            <translation>Share of the implant outside the patient or the picture.</translation>
        </message>
        <message>
            <source>Overlap with the reference: 1 is the same, 0 nothing in common.</source>
            <translation>Overlap with the reference: 1 is the same, 0 nothing in common.</translation>
        </message>
        <message>
            <source>Average distance between both surfaces, over the area of both.</source>
            <translation>Average distance between both surfaces, over the area of both.</translation>
        </message>
        <message>
            <source>The distance that 95 % of both surfaces keep within.</source>
            <translation>The distance that 95 % of both surfaces keep within.</translation>
        </message>
        <message>
            <source>Distance between the centres of rotation.</source>
            <translation>Distance between the centres of rotation.</translation>
        </message>
        <message>
            <source>Radius of the sphere that fits the prosthetic head.</source>
            <translation>Radius of the sphere that fits the prosthetic head.</translation>
        </message>
        <message>
            <source>Radiographic inclination to the scanner's planes.</source>
            <translation>Radiographic inclination to the scanner's planes.</translation>
        </message>
        <message>
            <source>Radiographic anteversion to the scanner's planes.</source>
            <translation>Radiographic anteversion to the scanner's planes.</translation>
        </message>
        <message>
            <source>Angle between the axis of the stem and that of the reference.</source>
            <translation>Angle between the axis of the stem and that of the reference.</translation>
        </message>
        <message>
            <source>Share of the canal that the stem takes, halfway up.</source>
            <translation>Share of the canal that the stem takes, halfway up.</translation>
        </message>
        <message>
            <source>Share of the canal that the stem takes, a quarter of the way up.</source>
            <translation>Share of the canal that the stem takes, a quarter of the way up.</translation>
        </message>
        <message>
            <source>Share of the canal that the stem takes, three quarters of the way up.</source>
            <translation>Share of the canal that the stem takes, three quarters of the way up.</translation>
        </message>
        <message>
            <source>Measured when the run has ended.</source>
            <translation>Measured when the run has ended.</translation>
        </message>
        <message>
            <source>reference</source>
            <translation>reference</translation>
        </message>
        <message>
            <source>The others are measured against this value.</source>
            <translation>The others are measured against this value.</translation>
        </message>
        <message>
            <source>Being measured.</source>
            <translation>Being measured.</translation>
        </message>
        <message>
            <source>not measurable</source>
            <translation>not measurable</translation>
        </message>
        <message>
            <source>Not measurable here: %1.</source>
            <translation>Not measurable here: %1.</translation>
        </message>
        <message>
            <source>Residual of the fit: %1 mm.</source>
            <translation>Residual of the fit: %1 mm.</translation>
        </message>
        <message>
            <source>Size and shape</source>
            <translation>Size and shape</translation>
        </message>
        <message>
            <source>To the reference</source>
            <translation>To the reference</translation>
        </message>
        <message>
            <source>In the tissue</source>
            <translation>In the tissue</translation>
        </message>
        <message>
            <source>Head and cup</source>
            <translation>Head and cup</translation>
        </message>
        <message>
            <source>Cup (scanner planes)</source>
            <translation>Cup (scanner planes)</translation>
        </message>
        <message>
            <source>Stem</source>
            <translation>Stem</translation>
        </message>
        <message>
            <source>Centroid shift, mm</source>
            <translation>Centroid shift, mm</translation>
        </message>
        <message>
            <source>Head centre L, mm</source>
            <translation>Head centre L, mm</translation>
        </message>
        <message>
            <source>Head centre P, mm</source>
            <translation>Head centre P, mm</translation>
        </message>
        <message>
            <source>Head centre S, mm</source>
            <translation>Head centre S, mm</translation>
        </message>
        <message>
            <source>Head residual, mm</source>
            <translation>Head residual, mm</translation>
        </message>
        <message>
            <source>Cup radius, mm</source>
            <translation>Cup radius, mm</translation>
        </message>
        <message>
            <source>Cup residual, mm</source>
            <translation>Cup residual, mm</translation>
        </message>
        <message>
            <source>Rim residual, mm</source>
            <translation>Rim residual, mm</translation>
        </message>
        <message>
            <source>Stem axis L</source>
            <translation>Stem axis L</translation>
        </message>
        <message>
            <source>Stem axis P</source>
            <translation>Stem axis P</translation>
        </message>
        <message>
            <source>Stem axis S</source>
            <translation>Stem axis S</translation>
        </message>
        <message>
            <source>Stem residual, mm</source>
            <translation>Stem residual, mm</translation>
        </message>
        <message>
            <source>Distance between the centroids of the volumes.</source>
            <translation>Distance between the centroids of the volumes.</translation>
        </message>
        <message>
            <source>Centre of rotation, to the patient's left.</source>
            <translation>Centre of rotation, to the patient's left.</translation>
        </message>
        <message>
            <source>Centre of rotation, to the patient's back.</source>
            <translation>Centre of rotation, to the patient's back.</translation>
        </message>
        <message>
            <source>Centre of rotation, towards the patient's head.</source>
            <translation>Centre of rotation, towards the patient's head.</translation>
        </message>
        <message>
            <source>Root mean square distance of the head's surface from the sphere that fits it.</source>
            <translation>Root mean square distance of the head's surface from the sphere that fits it.</translation>
        </message>
        <message>
            <source>Radius of the sphere that fits the back of the cup.</source>
            <translation>Radius of the sphere that fits the back of the cup.</translation>
        </message>
        <message>
            <source>Root mean square distance of the cup's back from the sphere that fits it.</source>
            <translation>Root mean square distance of the cup's back from the sphere that fits it.</translation>
        </message>
        <message>
            <source>Root mean square distance of the cup's rim from the plane that fits it.</source>
            <translation>Root mean square distance of the cup's rim from the plane that fits it.</translation>
        </message>
        <message>
            <source>Direction of the stem from its tip: a vector of length 1, L to the left, P to the back, S to the head.</source>
            <translation>Direction of the stem from its tip: a vector of length 1, L to the left, P to the back, S to the head.</translation>
        </message>
        <message>
            <source>Root mean square distance of the stem's middle line from the axis that fits it.</source>
            <translation>Root mean square distance of the stem's middle line from the axis that fits it.</translation>
        </message>
        <message>
            <source>Cup inclination</source>
            <translation>Cup inclination</translation>
        </message>
        <message>
            <source>Cup anteversion</source>
            <translation>Cup anteversion</translation>
        </message>
</context>
    <context>
        <name>hipwright::NumberTable</name>
        <message>
            <source>Numbers of the compared implants</source>
            <translation>Numbers of the compared implants</translation>
        </message>
        <message>
            <source>Names of the numbers</source>
            <translation>Names of the numbers</translation>
        </message>
        <message>
            <source>Compared values</source>
            <translation>Compared values</translation>
        </message>
        <message>
            <source>All numbers</source>
            <translation>All numbers</translation>
        </message>
</context>
    <context>
        <name>hipwright::StageStrip</name>
        <message>
            <source>Stages of %1</source>
            <translation>Stages of %1</translation>
        </message>
</context>
    <context>
        <name>hipwright::StartForm</name>
        <message>
            <source>Compare</source>
            <translation>Compare</translation>
        </message>
        <message>
            <source>Compare guidance values</source>
            <translation>Compare guidance values</translation>
        </message>
        <message>
            <source>Each value runs on this case from the same starting noise, with the settings of the case. The CT is encoded once.</source>
            <translation>Each value runs on this case from the same starting noise, with the settings of the case. The CT is encoded once.</translation>
        </message>
        <message>
            <source>Guidance values</source>
            <translation>Guidance values</translation>
        </message>
        <message>
            <source>0 ignores the CT, 1 follows it without guidance; 3 to 7 are recommended, above 10 distorts.</source>
            <translation>0 ignores the CT, 1 follows it without guidance; 3 to 7 are recommended, above 10 distorts.</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>Values</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>Seed</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Steps</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>drawn once, the same for all values</source>
            <translation>drawn once, the same for all values</translation>
        </message>
        <message>
            <source>Numbers from %1 to %2 with blanks between.</source>
            <translation>Numbers from %1 to %2 with blanks between.</translation>
        </message>
        <message>
            <source>At most %1 values.</source>
            <translation>At most %1 values.</translation>
        </message>
        <message numerus="yes">
            <source>%n value(s): %1</source>
            <translation>
                <numerusform>%n value: %1</numerusform>
                <numerusform>%n values: %1</numerusform>
            </translation>
        </message>
        <message>
            <source>About %1</source>
            <translation>About %1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>, </translation>
        </message>
        <message>
            <source>%1 is there more than once.</source>
            <translation>%1 is there more than once.</translation>
        </message>
        <message>
            <source>%1 and %2 are the same run.</source>
            <translation>%1 and %2 are the same run.</translation>
        </message>
</context>
    <context>
        <name>hipwright::SurfaceRow</name>
        <message>
            <source>Implants in 3-D, coloured by their distance to the reference</source>
            <translation>Implants in 3-D, coloured by their distance to the reference</translation>
        </message>
</context>
    <context>
        <name>hipwright::ValuePlot</name>
        <message>
            <source>recommended</source>
            <translation>recommended</translation>
        </message>
        <message>
            <source>CFG</source>
            <translation>CFG</translation>
        </message>
        <message>
            <source>Points appear here as values finish.</source>
            <translation>Points appear here as values finish.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>CFG %1</source>
            <translation>CFG %1</translation>
        </message>
        <message>
            <source>Numbers over the guidance value</source>
            <translation>Numbers over the guidance value</translation>
        </message>
        <message>
            <source>%1, %2: %3</source>
            <translation>%1, %2: %3</translation>
        </message>
</context>
    <context>
        <name>Measured</name>
        <message>
            <source>a field has no surface</source>
            <translation>a field has no surface</translation>
        </message>
        <message>
            <source>no head was found</source>
            <translation>no head was found</translation>
        </message>
        <message>
            <source>no cup was found</source>
            <translation>no cup was found</translation>
        </message>
        <message>
            <source>the head is not round</source>
            <translation>the head is not round</translation>
        </message>
        <message>
            <source>the cup is not round</source>
            <translation>the cup is not round</translation>
        </message>
        <message>
            <source>no closed cortex surrounds the stem at this level</source>
            <translation>no closed cortex surrounds the stem at this level</translation>
        </message>
        <message>
            <source>no stem was found</source>
            <translation>no stem was found</translation>
        </message>
        <message>
            <source>the CT ends at this level</source>
            <translation>the CT ends at this level</translation>
        </message>
        <message>
            <source>the cup is closed all around</source>
            <translation>the cup is closed all around</translation>
        </message>
        <message>
            <source>the cup's rim is incomplete</source>
            <translation>the cup's rim is incomplete</translation>
        </message>
        <message>
            <source>the cup's rim is no plane</source>
            <translation>the cup's rim is no plane</translation>
        </message>
        <message>
            <source>the cup's rim is uneven</source>
            <translation>the cup's rim is uneven</translation>
        </message>
        <message>
            <source>the field has no surface</source>
            <translation>the field has no surface</translation>
        </message>
        <message>
            <source>the stem is crooked</source>
            <translation>the stem is crooked</translation>
        </message>
        <message>
            <source>the stem is in pieces</source>
            <translation>the stem is in pieces</translation>
        </message>
        <message>
            <source>the stem is too short below the neck cut</source>
            <translation>the stem is too short below the neck cut</translation>
        </message>
        <message>
            <source>the stem is too short</source>
            <translation>the stem is too short</translation>
        </message>
        <message>
            <source>what is there is the neck, not a stem</source>
            <translation>what is there is the neck, not a stem</translation>
        </message>
        <message>
            <source>the stem lies in the cortex at this level</source>
            <translation>the stem lies in the cortex at this level</translation>
        </message>
        <message>
            <source>the surface is too rough</source>
            <translation>the surface is too rough</translation>
        </message>
        <message>
            <source>there is no implant</source>
            <translation>there is no implant</translation>
        </message>
        <message>
            <source>there is no stem at this level</source>
            <translation>there is no stem at this level</translation>
        </message>
        <message>
            <source>it was not measured</source>
            <translation>it was not measured</translation>
        </message>
</context>
    <context>
        <name>hipwright::NumberModel</name>
        <message>
            <source>Fold or unfold</source>
            <translation>Fold or unfold</translation>
        </message>
    </context>
<context>
    <name>Remedy</name>
        <message>
            <source>Continue it; what it computed so far is used.</source>
            <translation>Continue it; what it computed so far is used.</translation>
        </message>
        <message>
            <source>Choose the folder of one run; its name begins with that of the CT.</source>
            <translation>Choose the folder of one run; its name begins with that of the CT.</translation>
        </message>
        <message>
            <source>Choose one of them in the list, or open a folder that holds one.</source>
            <translation>Choose one of them in the list, or open a folder that holds one.</translation>
        </message>
        <message>
            <source>Choose a model set under Settings, Model.</source>
            <translation>Choose a model set under Settings, Model.</translation>
        </message>
        <message>
            <source>Switch Mixed precision off; if it stays, the weights are damaged or do not belong together.</source>
            <translation>Switch Mixed precision off; if it stays, the weights are damaged or do not belong together.</translation>
        </message>
        <message>
            <source>Choose Processor or Automatic under Settings, Device.</source>
            <translation>Choose Processor or Automatic under Settings, Device.</translation>
        </message>
        <message>
            <source>Switch on Tiled encode and decode: it needs {less} more.</source>
            <translation>Switch on Tiled encode and decode: it needs {less} more.</translation>
        </message>
        <message>
            <source>Close other programs, or choose a smaller region under Hip and region: {percent} % of this one's length along each axis would fit.</source>
            <translation>Close other programs, or choose a smaller region under Hip and region: {percent} % of this one's length along each axis would fit.</translation>
        </message>
        <message>
            <source>Close other programs and start again, with Tiled encode and decode or a smaller region if it stays.</source>
            <translation>Close other programs and start again, with Tiled encode and decode or a smaller region if it stays.</translation>
        </message>
        <message>
            <source>Try again, or choose Processor under Settings, Device.</source>
            <translation>Try again, or choose Processor under Settings, Device.</translation>
        </message>
        <message>
            <source>Close other programs and start again. If it stays, switch on Tiled encode and decode or choose a smaller region under Hip and region.</source>
            <translation>Close other programs and start again. If it stays, switch on Tiled encode and decode or choose a smaller region under Hip and region.</translation>
        </message>
        <message>
            <source>Close other programs and continue the run. With Tiled encode and decode or a smaller region the denoising starts anew.</source>
            <translation>Close other programs and continue the run. With Tiled encode and decode or a smaller region the denoising starts anew.</translation>
        </message>
</context>
<context>
    <name>hipwright::PreferencesDialog</name>
        <message>
            <source>Preferences</source>
            <translation>Preferences</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Theme</translation>
        </message>
        <message>
            <source>New cases start with</source>
            <translation>New cases start with</translation>
        </message>
        <message>
            <source>Runs are saved in</source>
            <translation>Runs are saved in</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>Browse…</translation>
        </message>
</context>
<context>
    <name>Reason</name>
        <message>
            <source>No such file or directory</source>
            <translation>No such file or directory</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>Permission denied</translation>
        </message>
        <message>
            <source>No space left on device</source>
            <translation>No space left on device</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>Is a directory</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>Not a directory</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>Read-only file system</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>Input/output error</translation>
        </message>
        <message>
            <source>File name too long</source>
            <translation>File name too long</translation>
        </message>
        <message>
            <source>the disk refused it</source>
            <translation>the disk refused it</translation>
        </message>
        <message>
            <source>there is no such folder</source>
            <translation>there is no such folder</translation>
        </message>
        <message>
            <source>your share of the disk is used up</source>
            <translation>your share of the disk is used up</translation>
        </message>
        <message>
            <source>the file cannot be created</source>
            <translation>the file cannot be created</translation>
        </message>
        <message>
            <source>it is not a regular file</source>
            <translation>it is not a regular file</translation>
        </message>
        <message>
            <source>it is not a file</source>
            <translation>it is not a file</translation>
        </message>
        <message>
            <source>it is empty</source>
            <translation>it is empty</translation>
        </message>
        <message>
            <source>it is too large</source>
            <translation>it is too large</translation>
        </message>
        <message>
            <source>it cannot be listed</source>
            <translation>it cannot be listed</translation>
        </message>
        <message>
            <source>it cannot be removed</source>
            <translation>it cannot be removed</translation>
        </message>
        <message>
            <source>it cannot be moved to the trash</source>
            <translation>it cannot be moved to the trash</translation>
        </message>
        <message>
            <source>the folder cannot be made</source>
            <translation>the folder cannot be made</translation>
        </message>
        <message>
            <source>there is no CT: give one with --cond</source>
            <translation>there is no CT</translation>
        </message>
        <message>
            <source>there is no folder to save in: give one with --save</source>
            <translation>there is no folder to save in</translation>
        </message>
        <message>
            <source>it changed while it was read</source>
            <translation>it changed while it was read</translation>
        </message>
        <message>
            <source>it differs from what was written</source>
            <translation>it differs from what was written</translation>
        </message>
        <message>
            <source>what was written cannot be read back: %1</source>
            <translation>what was written cannot be read back: %1</translation>
        </message>
        <message>
            <source>what was written reads back as another surface</source>
            <translation>what was written reads back as another surface</translation>
        </message>
        <message>
            <source>a size of %1 voxels</source>
            <translation>a size of %1 voxels</translation>
        </message>
        <message>
            <source>more voxels than any computer can address</source>
            <translation>more voxels than any computer can address</translation>
        </message>
        <message>
            <source>axes that are not perpendicular</source>
            <translation>axes that are not perpendicular</translation>
        </message>
        <message>
            <source>a spacing that is not a positive number</source>
            <translation>a spacing that is not a positive number</translation>
        </message>
        <message>
            <source>an origin that is not a number</source>
            <translation>an origin that is not a number</translation>
        </message>
        <message>
            <source>holds values that are not numbers</source>
            <translation>holds values that are not numbers</translation>
        </message>
        <message>
            <source>has a voxel size of 0</source>
            <translation>has a voxel size of 0</translation>
        </message>
        <message>
            <source>is sheared by %1 degrees, as after a tilted gantry</source>
            <translation>is sheared by %1 degrees, as after a tilted gantry</translation>
        </message>
        <message>
            <source>needs a voxel size that is not given</source>
            <translation>needs a voxel size that is not given</translation>
        </message>
        <message>
            <source>is not a rotation</source>
            <translation>is not a rotation</translation>
        </message>
        <message>
            <source>there is no usable voxel size</source>
            <translation>there is no usable voxel size</translation>
        </message>
        <message>
            <source>its sform %1</source>
            <translation>its sform %1</translation>
        </message>
        <message>
            <source>its qform %1</source>
            <translation>its qform %1</translation>
        </message>
        <message>
            <source>its space %1</source>
            <translation>its space %1</translation>
        </message>
        <message>
            <source>its transform matrix %1</source>
            <translation>its transform matrix %1</translation>
        </message>
        <message>
            <source>their orientation %1</source>
            <translation>their orientation %1</translation>
        </message>
        <message>
            <source>its grid has %1</source>
            <translation>its grid has %1</translation>
        </message>
        <message>
            <source>it announces %1 dimensions</source>
            <translation>it announces %1 dimensions</translation>
        </message>
        <message>
            <source>axis %1 has %2 voxels</source>
            <translation>axis %1 has %2 voxels</translation>
        </message>
        <message>
            <source>it is a single picture or a line, not a stack of slices</source>
            <translation>it is a single picture or a line, not a stack of slices</translation>
        </message>
        <message>
            <source>it holds %1 volumes or values per voxel</source>
            <translation>it holds %1 volumes or values per voxel</translation>
        </message>
        <message>
            <source>it names a kind of voxel that does not exist (%1)</source>
            <translation>it names a kind of voxel that does not exist (%1)</translation>
        </message>
        <message>
            <source>its intercept is not a number although it has a slope</source>
            <translation>its intercept is not a number although it has a slope</translation>
        </message>
        <message>
            <source>its voxels would begin at an impossible place</source>
            <translation>its voxels would begin at an impossible place</translation>
        </message>
        <message>
            <source>its voxels are packed more tightly than any CT; save it unpacked</source>
            <translation>its voxels are packed more tightly than any CT; save it unpacked</translation>
        </message>
        <message>
            <source>its voxels are written as text; only binary ones are read</source>
            <translation>its voxels are written as text; only binary ones are read</translation>
        </message>
        <message>
            <source>its voxels lie in several files; save it as one</source>
            <translation>its voxels lie in several files; save it as one</translation>
        </message>
        <message>
            <source>its packed voxels have a negative length</source>
            <translation>its packed voxels have a negative length</translation>
        </message>
        <message>
            <source>it has %1 axes instead of three</source>
            <translation>it has %1 axes instead of three</translation>
        </message>
        <message>
            <source>it states no voxel size</source>
            <translation>it states no voxel size</translation>
        </message>
        <message>
            <source>it names no file of its voxels</source>
            <translation>it names no file of its voxels</translation>
        </message>
        <message>
            <source>the line "%1" is no field</source>
            <translation>the line "%1" is no field</translation>
        </message>
        <message>
            <source>its field "%1" stands there twice</source>
            <translation>its field "%1" stands there twice</translation>
        </message>
        <message>
            <source>its field "%1" is not a number it can hold</source>
            <translation>its field "%1" is not a number it can hold</translation>
        </message>
        <message>
            <source>its field "%1" is not %2 numbers</source>
            <translation>its field "%1" is not %2 numbers</translation>
        </message>
        <message>
            <source>its field "%1" is not %2 number</source>
            <translation>its field "%1" is not %2 number</translation>
        </message>
        <message>
            <source>its field "%1" is not %2 vectors</source>
            <translation>its field "%1" is not %2 vectors</translation>
        </message>
        <message>
            <source>its header does not end</source>
            <translation>its header does not end</translation>
        </message>
        <message>
            <source>it does not say in which order the bytes of a voxel stand</source>
            <translation>it does not say in which order the bytes of a voxel stand</translation>
        </message>
        <message>
            <source>its space "%1" is not one of a patient</source>
            <translation>its space "%1" is not one of a patient</translation>
        </message>
        <message>
            <source>its axes have different units</source>
            <translation>its axes have different units</translation>
        </message>
        <message>
            <source>its voxels are encoded as "%1"; only raw and gzip are read</source>
            <translation>its voxels are encoded as "%1"; only raw and gzip are read</translation>
        </message>
        <message>
            <source>the file holds at least one slice more than it announces</source>
            <translation>the file holds at least one slice more than it announces</translation>
        </message>
        <message>
            <source>it announces more voxels than any file can hold</source>
            <translation>it announces more voxels than any file can hold</translation>
        </message>
        <message>
            <source>a volume has another number of voxels than its size says</source>
            <translation>a volume has another number of voxels than its size says</translation>
        </message>
        <message>
            <source>there is more in it than its header announces</source>
            <translation>there is more in it than its header announces</translation>
        </message>
        <message>
            <source>its packed stream stops before its checksum</source>
            <translation>its packed stream stops before its checksum</translation>
        </message>
        <message>
            <source>bytes that do not belong to it follow its packed stream</source>
            <translation>bytes that do not belong to it follow its packed stream</translation>
        </message>
        <message>
            <source>its checksum does not fit its content</source>
            <translation>its checksum does not fit its content</translation>
        </message>
        <message>
            <source>its stated length does not fit its content</source>
            <translation>its stated length does not fit its content</translation>
        </message>
        <message>
            <source>its packed stream makes no sense (%1)</source>
            <translation>its packed stream makes no sense (%1)</translation>
        </message>
        <message>
            <source>only in DICOM folders a series can be chosen</source>
            <translation>only in DICOM folders a series can be chosen</translation>
        </message>
        <message>
            <source>a CT as NIfTI, NRRD, MetaImage or a DICOM folder</source>
            <translation>a CT as NIfTI, NRRD, MetaImage or a DICOM folder</translation>
        </message>
        <message>
            <source>it seems to be %1</source>
            <translation>it seems to be %1</translation>
        </message>
        <message>
            <source>a DICOM file inside a gzip file; unpack it first</source>
            <translation>a DICOM file inside a gzip file; unpack it first</translation>
        </message>
        <message>
            <source>a NRRD file inside a gzip file; unpack it first</source>
            <translation>a NRRD file inside a gzip file; unpack it first</translation>
        </message>
        <message>
            <source>a MetaImage header inside a gzip file; unpack it first</source>
            <translation>a MetaImage header inside a gzip file; unpack it first</translation>
        </message>
        <message>
            <source>an HDF5 or MINC file</source>
            <translation>an HDF5 or MINC file</translation>
        </message>
        <message>
            <source>a NetCDF or MINC file</source>
            <translation>a NetCDF or MINC file</translation>
        </message>
        <message>
            <source>a PNG picture</source>
            <translation>a PNG picture</translation>
        </message>
        <message>
            <source>a JPEG picture</source>
            <translation>a JPEG picture</translation>
        </message>
        <message>
            <source>a TIFF picture</source>
            <translation>a TIFF picture</translation>
        </message>
        <message>
            <source>a zip archive or a checkpoint</source>
            <translation>a zip archive or a checkpoint</translation>
        </message>
        <message>
            <source>a PDF document</source>
            <translation>a PDF document</translation>
        </message>
        <message>
            <source>a bzip2 archive; unpack it first</source>
            <translation>a bzip2 archive; unpack it first</translation>
        </message>
        <message>
            <source>an xz archive; unpack it first</source>
            <translation>an xz archive; unpack it first</translation>
        </message>
        <message>
            <source>a Zstandard archive; unpack it first</source>
            <translation>a Zstandard archive; unpack it first</translation>
        </message>
        <message>
            <source>a 7-Zip archive; unpack it first</source>
            <translation>a 7-Zip archive; unpack it first</translation>
        </message>
        <message>
            <source>a gzip file inside a gzip file; unpack it once</source>
            <translation>a gzip file inside a gzip file; unpack it once</translation>
        </message>
        <message>
            <source>a NumPy array</source>
            <translation>a NumPy array</translation>
        </message>
        <message>
            <source>a tar archive; unpack it first</source>
            <translation>a tar archive; unpack it first</translation>
        </message>
        <message>
            <source>it is the header of a NIfTI pair (.hdr and .img); save it as one .nii file</source>
            <translation>it is the header of a NIfTI pair (.hdr and .img); save it as one .nii file</translation>
        </message>
        <message>
            <source>it seems to be NIfTI, but the first bytes of its header are damaged</source>
            <translation>it seems to be NIfTI, but the first bytes of its header are damaged</translation>
        </message>
        <message>
            <source>it seems to be an Analyze 7.5 header, which says neither orientation nor side</source>
            <translation>it seems to be an Analyze 7.5 header, which says neither orientation nor side</translation>
        </message>
        <message>
            <source>it seems to be a text</source>
            <translation>it seems to be a text</translation>
        </message>
        <message>
            <source>it holds only zeros</source>
            <translation>it holds only zeros</translation>
        </message>
        <message>
            <source>it does not begin like any CT file</source>
            <translation>it does not begin like any CT file</translation>
        </message>
        <message>
            <source>its packed picture is longer than any</source>
            <translation>its packed picture is longer than any</translation>
        </message>
        <message>
            <source>its run-length header is wrong</source>
            <translation>its run-length header is wrong</translation>
        </message>
        <message>
            <source>its run-length segments do not fit</source>
            <translation>its run-length segments do not fit</translation>
        </message>
        <message>
            <source>its packed picture has another size than its header says</source>
            <translation>its packed picture has another size than its header says</translation>
        </message>
        <message>
            <source>its packed picture has colours</source>
            <translation>its packed picture has colours</translation>
        </message>
        <message>
            <source>its packed pixels have too many bits</source>
            <translation>its packed pixels have too many bits</translation>
        </message>
        <message>
            <source>its packed picture is cut short</source>
            <translation>its packed picture is cut short</translation>
        </message>
        <message>
            <source>its packed picture cannot be unpacked</source>
            <translation>its packed picture cannot be unpacked</translation>
        </message>
        <message>
            <source>its packed picture is of another kind than its header says</source>
            <translation>its packed picture is of another kind than its header says</translation>
        </message>
        <message>
            <source>its transfer syntax is "%1"</source>
            <translation>its transfer syntax is "%1"</translation>
        </message>
        <message>
            <source>it has more elements than any slice</source>
            <translation>it has more elements than any slice</translation>
        </message>
        <message>
            <source>an element has no length where it needs one</source>
            <translation>an element has no length where it needs one</translation>
        </message>
        <message>
            <source>its sequences lie too deep in each other</source>
            <translation>its sequences lie too deep in each other</translation>
        </message>
        <message>
            <source>a sequence holds something that is no item</source>
            <translation>a sequence holds something that is no item</translation>
        </message>
        <message>
            <source>its packed pixels hold something that is no fragment</source>
            <translation>its packed pixels hold something that is no fragment</translation>
        </message>
        <message>
            <source>its packed pixels are in more pieces than any slice</source>
            <translation>its packed pixels are in more pieces than any slice</translation>
        </message>
        <message>
            <source>its packed pixels are missing</source>
            <translation>its packed pixels are missing</translation>
        </message>
        <message>
            <source>it is deflated as a whole, header and pixels</source>
            <translation>it is deflated as a whole, header and pixels</translation>
        </message>
        <message>
            <source>none of its files is DICOM</source>
            <translation>none of its files is DICOM</translation>
        </message>
        <message>
            <source>it holds a single slice</source>
            <translation>it holds a single slice</translation>
        </message>
        <message>
            <source>of the series of %1 it holds a single slice</source>
            <translation>of the series of %1 it holds a single slice</translation>
        </message>
        <message>
            <source>its file %1 cannot be a slice of one, because %2</source>
            <translation>its file %1 cannot be a slice of one, because %2</translation>
        </message>
        <message>
            <source>they have another size, spacing or orientation than the others</source>
            <translation>they have another size, spacing or orientation than the others</translation>
        </message>
        <message>
            <source>it does not say where it lies in the patient</source>
            <translation>it does not say where it lies in the patient</translation>
        </message>
        <message>
            <source>its numbers of where it lies in the patient are illegible</source>
            <translation>its numbers of where it lies in the patient are illegible</translation>
        </message>
        <message>
            <source>its numbers have decimal commas instead of points</source>
            <translation>its numbers have decimal commas instead of points</translation>
        </message>
        <message>
            <source>it lies farther away than any patient</source>
            <translation>it lies farther away than any patient</translation>
        </message>
        <message>
            <source>it does not say how large its pixels are</source>
            <translation>it does not say how large its pixels are</translation>
        </message>
        <message>
            <source>its orientation is no pair of unit vectors</source>
            <translation>its orientation is no pair of unit vectors</translation>
        </message>
        <message>
            <source>its rows and columns are not perpendicular</source>
            <translation>its rows and columns are not perpendicular</translation>
        </message>
        <message>
            <source>it holds no picture</source>
            <translation>it holds no picture</translation>
        </message>
        <message>
            <source>it does not say that it is a CT</source>
            <translation>it does not say that it is a CT</translation>
        </message>
        <message>
            <source>it is %1, not CT</source>
            <translation>it is %1, not CT</translation>
        </message>
        <message>
            <source>it is a localizer</source>
            <translation>it is a localizer</translation>
        </message>
        <message>
            <source>it holds several frames</source>
            <translation>it holds several frames</translation>
        </message>
        <message>
            <source>it is a colour picture</source>
            <translation>it is a colour picture</translation>
        </message>
        <message>
            <source>its values become HU by a table</source>
            <translation>its values become HU by a table</translation>
        </message>
        <message>
            <source>it has %1 x %2 pixels</source>
            <translation>it has %1 x %2 pixels</translation>
        </message>
        <message>
            <source>it ends before it says to which series it belongs</source>
            <translation>it ends before it says to which series it belongs</translation>
        </message>
        <message>
            <source>it says that it is a CT slice, but holds no picture</source>
            <translation>it says that it is a CT slice, but holds no picture</translation>
        </message>
        <message>
            <source>its pixels fill %1 of their %2 bits</source>
            <translation>its pixels fill %1 of their %2 bits</translation>
        </message>
        <message>
            <source>its scale of HU makes no sense</source>
            <translation>its scale of HU makes no sense</translation>
        </message>
        <message>
            <source>its pixels are not as its header says</source>
            <translation>its pixels are not as its header says</translation>
        </message>
        <message>
            <source>slices %1 lie beside each other in one plane</source>
            <translation>slices %1 lie beside each other in one plane</translation>
        </message>
        <message>
            <source>slices %1 lie at one place and show different pictures</source>
            <translation>slices %1 lie at one place and show different pictures</translation>
        </message>
        <message>
            <source>%1 slice is missing between %2</source>
            <translation>%1 slice is missing between %2</translation>
        </message>
        <message>
            <source>%1 slices are missing between %2</source>
            <translation>%1 slices are missing between %2</translation>
        </message>
        <message>
            <source>slices are %1 mm apart, but not between %2</source>
            <translation>slices are %1 mm apart, but not between %2</translation>
        </message>
        <message>
            <source>these slices do not lie in line with the others: %1</source>
            <translation>these slices do not lie in line with the others: %1</translation>
        </message>
        <message>
            <source>they are stacked at %1 degrees, more than any gantry tilts</source>
            <translation>they are stacked at %1 degrees, more than any gantry tilts</translation>
        </message>
        <message>
            <source>they all lie at one place</source>
            <translation>they all lie at one place</translation>
        </message>
        <message>
            <source>these slices are turned against the others, by up to %1 mm at their far corner: %2</source>
            <translation>these slices are turned against the others, by up to %1 mm at their far corner: %2</translation>
        </message>
        <message>
            <source>they are more than %1 volumes of different size, spacing or orientation under one name</source>
            <translation>they are more than %1 volumes of different size, spacing or orientation under one name</translation>
        </message>
        <message>
            <source>%1 of %2 slices do not say how their values become HU, and no scale joins them to their neighbours: %3</source>
            <translation>%1 of %2 slices do not say how their values become HU, and no scale joins them to their neighbours: %3</translation>
        </message>
        <message>
            <source>%1 and %2</source>
            <translation>%1 and %2</translation>
        </message>
        <message>
            <source>a surface format without a writer</source>
            <translation>a surface format without a writer</translation>
        </message>
        <message>
            <source>a surface format without a reader</source>
            <translation>a surface format without a reader</translation>
        </message>
        <message>
            <source>a surface has a triangle without a proper corner</source>
            <translation>a surface has a triangle without a proper corner</translation>
        </message>
        <message>
            <source>no format can count so many triangles</source>
            <translation>no format can count so many triangles</translation>
        </message>
        <message>
            <source>a triangle without vertex %1</source>
            <translation>a triangle without vertex %1</translation>
        </message>
        <message>
            <source>its header is not that of plain triangles with float corners</source>
            <translation>its header is not that of plain triangles with float corners</translation>
        </message>
        <message>
            <source>its header does not have the line "%1"</source>
            <translation>its header does not have the line "%1"</translation>
        </message>
        <message>
            <source>a face is not a triangle</source>
            <translation>a face is not a triangle</translation>
        </message>
        <message>
            <source>it is longer than its header says</source>
            <translation>it is longer than its header says</translation>
        </message>
        <message>
            <source>it has a corner that is not a number</source>
            <translation>it has a corner that is not a number</translation>
        </message>
        <message>
            <source>it is not an OBJ of plain triangles</source>
            <translation>it is not an OBJ of plain triangles</translation>
        </message>
        <message>
            <source>it is a text STL or begins like one</source>
            <translation>it is a text STL or begins like one</translation>
        </message>
        <message>
            <source>it is longer than its %1 triangles</source>
            <translation>it is longer than its %1 triangles</translation>
        </message>
        <message>
            <source>triangle %1 has a corner that is not a number</source>
            <translation>triangle %1 has a corner that is not a number</translation>
        </message>
        <message>
            <source>it ends without endsolid</source>
            <translation>it ends without endsolid</translation>
        </message>
        <message>
            <source>a facet does not begin</source>
            <translation>a facet does not begin</translation>
        </message>
        <message>
            <source>it holds more than one solid</source>
            <translation>it holds more than one solid</translation>
        </message>
        <message>
            <source>a volume whose voxels do not fill its grid</source>
            <translation>a volume whose voxels do not fill its grid</translation>
        </message>
        <message>
            <source>the CT and the distance field differ in size</source>
            <translation>the CT and the distance field differ in size</translation>
        </message>
        <message>
            <source>a negative soft edge</source>
            <translation>a negative soft edge</translation>
        </message>
        <message>
            <source>the fused volume is not of the size of its CT</source>
            <translation>the fused volume is not of the size of its CT</translation>
        </message>
        <message>
            <source>a filmstrip without pictures</source>
            <translation>a filmstrip without pictures</translation>
        </message>
        <message>
            <source>a coronal picture has another size than it says</source>
            <translation>a coronal picture has another size than it says</translation>
        </message>
        <message>
            <source>the two fields to be compared have different sizes</source>
            <translation>the two fields to be compared have different sizes</translation>
        </message>
        <message>
            <source>a field does not lie on the voxels of the case</source>
            <translation>a field does not lie on the voxels of the case</translation>
        </message>
        <message>
            <source>the implant and the CT lie on different voxel grids</source>
            <translation>the implant and the CT lie on different voxel grids</translation>
        </message>
        <message>
            <source>%1 does not have the size it announces</source>
            <translation>%1 does not have the size it announces</translation>
        </message>
        <message>
            <source>a field to restore is not on the padded grid</source>
            <translation>a field to restore is not on the padded grid</translation>
        </message>
        <message>
            <source>it has two parts of one name</source>
            <translation>it has two parts of one name</translation>
        </message>
        <message>
            <source>its table of contents does not fit the file</source>
            <translation>its table of contents does not fit the file</translation>
        </message>
        <message>
            <source>its table of contents is missing</source>
            <translation>its table of contents is missing</translation>
        </message>
        <message>
            <source>it is in several pieces or of the zip64 kind</source>
            <translation>it is in several pieces or of the zip64 kind</translation>
        </message>
        <message>
            <source>its table of contents does not end where it says</source>
            <translation>its table of contents does not end where it says</translation>
        </message>
        <message>
            <source>its table of contents is broken</source>
            <translation>its table of contents is broken</translation>
        </message>
        <message>
            <source>a part differs from the table of contents</source>
            <translation>a part differs from the table of contents</translation>
        </message>
        <message>
            <source>a part is encrypted or compressed in an unknown way</source>
            <translation>a part is encrypted or compressed in an unknown way</translation>
        </message>
        <message>
            <source>a part reaches into the table of contents</source>
            <translation>a part reaches into the table of contents</translation>
        </message>
        <message>
            <source>a part does not have its checksum</source>
            <translation>a part does not have its checksum</translation>
        </message>
        <message>
            <source>a package part was not compressed</source>
            <translation>a package part was not compressed</translation>
        </message>
        <message>
            <source>a package of 4 GiB cannot be written</source>
            <translation>a package of 4 GiB cannot be written</translation>
        </message>
        <message>
            <source>a tag is not closed</source>
            <translation>a tag is not closed</translation>
        </message>
        <message>
            <source>it has a document type or raw data</source>
            <translation>it has a document type or raw data</translation>
        </message>
        <message>
            <source>a tag does not end</source>
            <translation>a tag does not end</translation>
        </message>
        <message>
            <source>a tag has no name</source>
            <translation>a tag has no name</translation>
        </message>
        <message>
            <source>its tags are nested too deeply</source>
            <translation>its tags are nested too deeply</translation>
        </message>
        <message>
            <source>a tag is closed that was not opened</source>
            <translation>a tag is closed that was not opened</translation>
        </message>
        <message>
            <source>an attribute has no value</source>
            <translation>an attribute has no value</translation>
        </message>
        <message>
            <source>an attribute has no quotes</source>
            <translation>an attribute has no quotes</translation>
        </message>
        <message>
            <source>a tag has an attribute twice</source>
            <translation>a tag has an attribute twice</translation>
        </message>
        <message>
            <source>it uses an entity of its own</source>
            <translation>it uses an entity of its own</translation>
        </message>
        <message>
            <source>the noise and the condition have different shapes</source>
            <translation>the noise and the condition have different shapes</translation>
        </message>
        <message>
            <source>the network gave another number of predictions than asked for</source>
            <translation>the network gave another number of predictions than asked for</translation>
        </message>
        <message>
            <source>the network gave another number of volumes than it was given</source>
            <translation>the network gave another number of volumes than it was given</translation>
        </message>
        <message>
            <source>the network gave another number of windows than it was given</source>
            <translation>the network gave another number of windows than it was given</translation>
        </message>
        <message>
            <source>the network gave an array of another shape in %1</source>
            <translation>the network gave an array of another shape in %1</translation>
        </message>
        <message>
            <source>the number of steps must be between 1 and %1</source>
            <translation>the number of steps must be between 1 and %1</translation>
        </message>
        <message>
            <source>a side of %1 voxels is not a multiple of %2</source>
            <translation>a side of %1 voxels is not a multiple of %2</translation>
        </message>
        <message>
            <source>a window of %1 does not fit into %2 voxels</source>
            <translation>a window of %1 does not fit into %2 voxels</translation>
        </message>
        <message>
            <source>%1 of %2 is not a multiple of %3 along every axis</source>
            <translation>%1 of %2 is not a multiple of %3 along every axis</translation>
        </message>
        <message>
            <source>%1 has %2 channels instead of %3</source>
            <translation>%1 has %2 channels instead of %3</translation>
        </message>
        <message>
            <source>an image</source>
            <translation>an image</translation>
        </message>
        <message>
            <source>a latent</source>
            <translation>a latent</translation>
        </message>
        <message>
            <source>condition and latent differ in size</source>
            <translation>condition and latent differ in size</translation>
        </message>
        <message>
            <source>the parameter %1 is missing</source>
            <translation>the parameter %1 is missing</translation>
        </message>
        <message>
            <source>this build of LibTorch sees no CUDA device</source>
            <translation>this build of LibTorch sees no CUDA device</translation>
        </message>
        <message>
            <source>%1 failed: %2</source>
            <translation>%1 failed: %2</translation>
        </message>
        <message>
            <source>it belongs to another version</source>
            <translation>it belongs to another version</translation>
        </message>
        <message>
            <source>loading the model</source>
            <translation>loading the model</translation>
        </message>
        <message>
            <source>drawing noise</source>
            <translation>drawing noise</translation>
        </message>
        <message>
            <source>denoising step</source>
            <translation>denoising step</translation>
        </message>
        <message>
            <source>decoding a preview</source>
            <translation>decoding a preview</translation>
        </message>
        <message>
            <source>preparing the CT</source>
            <translation>preparing the CT</translation>
        </message>
        <message>
            <source>mapping back</source>
            <translation>mapping back</translation>
        </message>
        <message>
            <source>mapping a stage back</source>
            <translation>mapping a stage back</translation>
        </message>
        <message>
            <source>saving a stage</source>
            <translation>saving a stage</translation>
        </message>
        <message>
            <source>saving the volumes</source>
            <translation>saving the volumes</translation>
        </message>
        <message>
            <source>extracting the surface</source>
            <translation>extracting the surface</translation>
        </message>
        <message>
            <source>drawing the filmstrip</source>
            <translation>drawing the filmstrip</translation>
        </message>
        <message>
            <source>reading the CT</source>
            <translation>reading the CT</translation>
        </message>
        <message>
            <source>this run</source>
            <translation>this run</translation>
        </message>
        <message>
            <source>this work</source>
            <translation>this work</translation>
        </message>
        <message>
            <source>encoding</source>
            <translation>encoding</translation>
        </message>
        <message>
            <source>decoding</source>
            <translation>decoding</translation>
        </message>
        <message>
            <source>it is a folder without a run</source>
            <translation>it is a folder without a run</translation>
        </message>
        <message>
            <source>its run was interrupted and has no result; hipwright-cli infer --from goes on with it</source>
            <translation>its run was interrupted and has no result; hipwright-cli infer --from goes on with it</translation>
        </message>
        <message>
            <source>its CT is another file than this one</source>
            <translation>its CT is another file than this one</translation>
        </message>
        <message>
            <source>it tells of %1 steps</source>
            <translation>it tells of %1 steps</translation>
        </message>
        <message>
            <source>it holds a value of the wrong kind</source>
            <translation>it holds a value of the wrong kind</translation>
        </message>
        <message>
            <source>%1 stands where a whole number belongs</source>
            <translation>%1 stands where a whole number belongs</translation>
        </message>
        <message>
            <source>a step is not an object</source>
            <translation>a step is not an object</translation>
        </message>
        <message>
            <source>it is larger than any record of a run</source>
            <translation>it is larger than any record of a run</translation>
        </message>
        <message>
            <source>it is nested too deeply</source>
            <translation>it is nested too deeply</translation>
        </message>
        <message>
            <source>it is not valid JSON at %1</source>
            <translation>it is not valid JSON at %1</translation>
        </message>
        <message>
            <source>it is not valid JSON</source>
            <translation>it is not valid JSON</translation>
        </message>
        <message>
            <source>it is not a JSON object</source>
            <translation>it is not a JSON object</translation>
        </message>
        <message>
            <source>seed is not a whole number</source>
            <translation>seed is not a whole number</translation>
        </message>
        <message>
            <source>%1 is not a text</source>
            <translation>%1 is not a text</translation>
        </message>
        <message>
            <source>%1 is not true or false</source>
            <translation>%1 is not true or false</translation>
        </message>
        <message>
            <source>%1 is not a number</source>
            <translation>%1 is not a number</translation>
        </message>
        <message>
            <source>%1 is not a whole number of a sensible size</source>
            <translation>%1 is not a whole number of a sensible size</translation>
        </message>
        <message>
            <source>it did not save what this step needs</source>
            <translation>it did not save what this step needs</translation>
        </message>
        <message>
            <source>its model has changed since</source>
            <translation>its model has changed since</translation>
        </message>
        <message>
            <source>the folder %1 has no %2</source>
            <translation>the folder %1 has no %2</translation>
        </message>
        <message>
            <source>the demo model is not installed</source>
            <translation>the demo model is not installed</translation>
        </message>
        <message>
            <source>it has no schema number</source>
            <translation>it has no schema number</translation>
        </message>
        <message>
            <source>it is of schema %1, which this version does not know</source>
            <translation>it is of schema %1, which this version does not know</translation>
        </message>
        <message>
            <source>it has no name</source>
            <translation>it has no name</translation>
        </message>
        <message>
            <source>its name %1</source>
            <translation>its name %1</translation>
        </message>
        <message>
            <source>its description is too long</source>
            <translation>its description is too long</translation>
        </message>
        <message>
            <source>it sets nothing: request is missing</source>
            <translation>it sets nothing: request is missing</translation>
        </message>
        <message>
            <source>is empty</source>
            <translation>is empty</translation>
        </message>
        <message>
            <source>begins or ends with a blank</source>
            <translation>begins or ends with a blank</translation>
        </message>
        <message>
            <source>holds a line break or another control character</source>
            <translation>holds a line break or another control character</translation>
        </message>
        <message>
            <source>is longer than 80 characters</source>
            <translation>is longer than 80 characters</translation>
        </message>
        <message>
            <source>it is larger than 64 KiB</source>
            <translation>it is larger than 64 KiB</translation>
        </message>
        <message>
            <source>it holds more than 500 presets; the rest is left out</source>
            <translation>it holds more than 500 presets; the rest is left out</translation>
        </message>
        <message>
            <source>there is no such preset</source>
            <translation>there is no such preset</translation>
        </message>
        <message>
            <source>its file has the name of a preset that comes with Hipwright</source>
            <translation>its file has the name of a preset that comes with Hipwright</translation>
        </message>
        <message>
            <source>there is one of this name already</source>
            <translation>there is one of this name already</translation>
        </message>
        <message>
            <source>seed must be a whole number from -2^63 to 2^64 - 1, not "%1"</source>
            <translation>seed must be a whole number from -2^63 to 2^64 - 1, not "%1"</translation>
        </message>
        <message>
            <source>device must be auto, cpu or cuda, not "%1"</source>
            <translation>device must be auto, cpu or cuda, not "%1"</translation>
        </message>
        <message>
            <source>rng must be cpu or device, not "%1"</source>
            <translation>rng must be cpu or device, not "%1"</translation>
        </message>
        <message>
            <source>space must be lps, ras or index, not "%1"</source>
            <translation>space must be lps, ras or index, not "%1"</translation>
        </message>
        <message>
            <source>grid must be auto or as-is, not "%1"</source>
            <translation>grid must be auto or as-is, not "%1"</translation>
        </message>
        <message>
            <source>side must be auto, left or right, not "%1"</source>
            <translation>side must be auto, left or right, not "%1"</translation>
        </message>
        <message>
            <source>roi must be auto, whole or six numbers x0,y0,z0,x1,y1,z1 in patient mm (LPS), not "%1"</source>
            <translation>roi must be auto, whole or six numbers x0,y0,z0,x1,y1,z1 in patient mm (LPS), not "%1"</translation>
        </message>
        <message>
            <source>roi must have its lower corner first: x0 &lt; x1, y0 &lt; y1 and z0 &lt; z1</source>
            <translation>roi must have its lower corner first: x0 &lt; x1, y0 &lt; y1 and z0 &lt; z1</translation>
        </message>
        <message>
            <source>its pickle is too large to be a checkpoint's</source>
            <translation>its pickle is too large to be a checkpoint's</translation>
        </message>
        <message>
            <source>its pickle is nested too deeply</source>
            <translation>its pickle is nested too deeply</translation>
        </message>
        <message>
            <source>its pickle ends too early</source>
            <translation>its pickle ends too early</translation>
        </message>
        <message>
            <source>its pickle remembers too many values</source>
            <translation>its pickle remembers too many values</translation>
        </message>
        <message>
            <source>its pickle makes no sense</source>
            <translation>its pickle makes no sense</translation>
        </message>
        <message>
            <source>a storage in its pickle makes no sense</source>
            <translation>a storage in its pickle makes no sense</translation>
        </message>
        <message>
            <source>its storage %1 is missing</source>
            <translation>its storage %1 is missing</translation>
        </message>
        <message>
            <source>its storage %1 has another length than its pickle announces</source>
            <translation>its storage %1 has another length than its pickle announces</translation>
        </message>
        <message>
            <source>a tensor in its pickle makes no sense</source>
            <translation>a tensor in its pickle makes no sense</translation>
        </message>
        <message>
            <source>a tensor in its pickle is wrong: %1</source>
            <translation>a tensor in its pickle is wrong: %1</translation>
        </message>
        <message>
            <source>a tensor in its pickle has no usable shape</source>
            <translation>a tensor in its pickle has no usable shape</translation>
        </message>
        <message>
            <source>it describes more than %1 values</source>
            <translation>it describes more than %1 values</translation>
        </message>
        <message>
            <source>it has not one stride for each dimension</source>
            <translation>it has not one stride for each dimension</translation>
        </message>
        <message>
            <source>it has too many dimensions</source>
            <translation>it has too many dimensions</translation>
        </message>
        <message>
            <source>its shape, strides or offset are negative</source>
            <translation>its shape, strides or offset are negative</translation>
        </message>
        <message>
            <source>its shape is impossibly large</source>
            <translation>its shape is impossibly large</translation>
        </message>
        <message>
            <source>it reaches beyond its data</source>
            <translation>it reaches beyond its data</translation>
        </message>
        <message>
            <source>it repeats little data into an impossibly large array</source>
            <translation>it repeats little data into an impossibly large array</translation>
        </message>
        <message>
            <source>it is a bare Python pickle</source>
            <translation>it is a bare Python pickle</translation>
        </message>
        <message>
            <source>it begins like neither a torch zip file nor a safetensors file</source>
            <translation>it begins like neither a torch zip file nor a safetensors file</translation>
        </message>
        <message>
            <source>its %1 is not a finite number</source>
            <translation>its %1 is not a finite number</translation>
        </message>
        <message>
            <source>its scale_factor is 0</source>
            <translation>its scale_factor is 0</translation>
        </message>
        <message>
            <source>it holds no weights</source>
            <translation>it holds no weights</translation>
        </message>
        <message>
            <source>two of its entries are the parameter %1</source>
            <translation>two of its entries are the parameter %1</translation>
        </message>
        <message>
            <source>it is larger than a profile can be</source>
            <translation>it is larger than a profile can be</translation>
        </message>
        <message>
            <source>the profile must be an object</source>
            <translation>the profile must be an object</translation>
        </message>
        <message>
            <source>%1 must be an object</source>
            <translation>%1 must be an object</translation>
        </message>
        <message>
            <source>%1 must be one of %2</source>
            <translation>%1 must be one of %2</translation>
        </message>
        <message>
            <source>%1 must be a whole number</source>
            <translation>%1 must be a whole number</translation>
        </message>
        <message>
            <source>%1 is too large</source>
            <translation>%1 is too large</translation>
        </message>
        <message>
            <source>%1 must be a number</source>
            <translation>%1 must be a number</translation>
        </message>
        <message>
            <source>%1 must be true or false</source>
            <translation>%1 must be true or false</translation>
        </message>
        <message>
            <source>%1 must be a text</source>
            <translation>%1 must be a text</translation>
        </message>
        <message>
            <source>%1 must be a list of three numbers</source>
            <translation>%1 must be a list of three numbers</translation>
        </message>
        <message>
            <source>%1 must be a list</source>
            <translation>%1 must be a list</translation>
        </message>
        <message>
            <source>a checkpoint of torch.save (.pt) or a .safetensors file</source>
            <translation>a checkpoint of torch.save (.pt) or a .safetensors file</translation>
        </message>
        <message>
            <source>its header is nested too deeply</source>
            <translation>its header is nested too deeply</translation>
        </message>
        <message>
            <source>its header names %1 twice</source>
            <translation>its header names %1 twice</translation>
        </message>
        <message>
            <source>its header is no JSON object</source>
            <translation>its header is no JSON object</translation>
        </message>
        <message>
            <source>its header is no JSON</source>
            <translation>its header is no JSON</translation>
        </message>
        <message>
            <source>the header of tensor %1 makes no sense</source>
            <translation>the header of tensor %1 makes no sense</translation>
        </message>
        <message>
            <source>its header is too large</source>
            <translation>its header is too large</translation>
        </message>
        <message>
            <source>it does not have the checksum that was stored in it</source>
            <translation>it does not have the checksum that was stored in it</translation>
        </message>
        <message>
            <source>its metadata makes no sense</source>
            <translation>its metadata makes no sense</translation>
        </message>
        <message>
            <source>tensor %1 has the type %2</source>
            <translation>tensor %1 has the type %2</translation>
        </message>
        <message>
            <source>tensor %1 has another length than its shape needs</source>
            <translation>tensor %1 has another length than its shape needs</translation>
        </message>
        <message>
            <source>its tensors overlap</source>
            <translation>its tensors overlap</translation>
        </message>
        <message>
            <source>there are gaps between its tensors</source>
            <translation>there are gaps between its tensors</translation>
        </message>
        <message>
            <source>it has bytes that belong to no tensor</source>
            <translation>it has bytes that belong to no tensor</translation>
        </message>
        <message>
            <source>a tensor to be written has another shape than its values</source>
            <translation>a tensor to be written has another shape than its values</translation>
        </message>
        <message>
            <source>a tensor of 4 GB cannot be written</source>
            <translation>a tensor of 4 GB cannot be written</translation>
        </message>
        <message>
            <source>it holds more than one pickle</source>
            <translation>it holds more than one pickle</translation>
        </message>
        <message>
            <source>it is a zip file without a checkpoint in it</source>
            <translation>it is a zip file without a checkpoint in it</translation>
        </message>
        <message>
            <source>it is a TorchScript program, not weights; save the state_dict of the model instead</source>
            <translation>it is a TorchScript program, not weights; save the state_dict of the model instead</translation>
        </message>
        <message>
            <source>it was written on a computer with another byte order</source>
            <translation>it was written on a computer with another byte order</translation>
        </message>
        <message>
            <source>%1 is %2, not a dictionary</source>
            <translation>%1 is %2, not a dictionary</translation>
        </message>
        <message>
            <source>the name %1 is no name of a parameter</source>
            <translation>the name %1 is no name of a parameter</translation>
        </message>
        <message>
            <source>%1 is not where the table of contents says</source>
            <translation>%1 is not where the table of contents says</translation>
        </message>
        <message>
            <source>%1 reaches beyond the end of the file</source>
            <translation>%1 reaches beyond the end of the file</translation>
        </message>
        <message>
            <source>%1 differs from the table of contents</source>
            <translation>%1 differs from the table of contents</translation>
        </message>
        <message>
            <source>its entries overlap</source>
            <translation>its entries overlap</translation>
        </message>
        <message>
            <source>%1 has two different sizes</source>
            <translation>%1 has two different sizes</translation>
        </message>
        <message>
            <source>%1 stands in it twice</source>
            <translation>%1 stands in it twice</translation>
        </message>
        <message>
            <source>%1 is compressed, which torch.save never does: another program packed the file again</source>
            <translation>%1 is compressed, which torch.save never does: another program packed the file again</translation>
        </message>
        <message>
            <source>%1 does not have the checksum that was stored with it</source>
            <translation>%1 does not have the checksum that was stored with it</translation>
        </message>
        <message>
            <source>the zip64 record at its end is not where it should be</source>
            <translation>the zip64 record at its end is not where it should be</translation>
        </message>
        <message>
            <source>the table of contents at its end is missing, so it was probably cut short</source>
            <translation>the table of contents at its end is missing, so it was probably cut short</translation>
        </message>
        <message>
            <source>a zip64 field in its table of contents is too short</source>
            <translation>a zip64 field in its table of contents is too short</translation>
        </message>
        <message>
            <source>its table of contents is not where its end says</source>
            <translation>its table of contents is not where its end says</translation>
        </message>
        <message>
            <source>its table of contents announces more entries than it holds</source>
            <translation>its table of contents announces more entries than it holds</translation>
        </message>
        <message>
            <source>its table of contents holds more entries than it announces</source>
            <translation>its table of contents holds more entries than it announces</translation>
        </message>
        <message>
            <source>no parameter named %1</source>
            <translation>no parameter named %1</translation>
        </message>
        <message>
            <source>it lacks %1</source>
            <translation>it lacks %1</translation>
        </message>
        <message>
            <source>the last estimate and the condition have different shapes</source>
            <translation>the last estimate and the condition have different shapes</translation>
        </message>
        <message>
            <source>it holds %1 bytes of pixels, and its rows, columns and bits make %2</source>
            <translation>it holds %1 bytes of pixels, and its rows, columns and bits make %2</translation>
        </message>
        <message>
            <source>its fields &quot;%1&quot; and &quot;%2&quot; disagree</source>
            <translation>its fields &quot;%1&quot; and &quot;%2&quot; disagree</translation>
        </message>
        <message>
            <source>its voxels would all have one value (slope 0)</source>
            <translation>its voxels would all have one value (slope 0)</translation>
        </message>
        <message>
            <source>its sform %1, and its qform lies up to %2 mm away from it</source>
            <translation>its sform %1, and its qform lies up to %2 mm away from it</translation>
        </message>
        <message>
            <source>its space is measured in %1, and its axes in %2</source>
            <translation>its space is measured in %1, and its axes in %2</translation>
        </message>
        <message>
            <source>a unit that it does not name</source>
            <translation>a unit that it does not name</translation>
        </message>
        <message>
            <source>it places its voxels by &quot;axis mins&quot;; only a &quot;space origin&quot; is read</source>
            <translation>it places its voxels by &quot;axis mins&quot;; only a &quot;space origin&quot; is read</translation>
        </message>
</context>
</TS>
