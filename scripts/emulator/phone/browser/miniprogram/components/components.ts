/** The built-in components that this phone has. */
import type { ComponentSpace, GeneralComponentDefinition } from 'glass-easel';
import { defineAudio } from './audio';
import { defineButton } from './button';
import { defineCanvas } from './canvas';
import { defineCheckbox, defineCheckboxGroup, defineRadio, defineRadioGroup, defineSwitch } from './choice';
import { defineForm, type FormBehaviors } from './form';
import { defineIcon } from './icon';
import { defineCoverImage, defineImage } from './image';
import { defineInput } from './input';
import { defineLabel } from './label';
import { defineMovableArea, defineMovableView } from './movable';
import { defineNavigator, type Navigation } from './navigator';
import { defineOpenData } from './openData';
import type { OpenTypes } from './openType';
import {
  defineMatchMedia,
  defineNavigationBar,
  definePageContainer,
  type NavigationBarChange,
} from './pageComponents';
import { definePageMeta } from './pageMeta';
import { definePicker } from './picker';
import { definePickerView, definePickerViewColumn } from './pickerView';
import { definePlaceholders } from './placeholders';
import { defineProgress } from './progress';
import { defineRichText } from './richText';
import { defineScrollView } from './scrollView';
import { defineSkyline } from './skyline';
import { defineSlider } from './slider';
import { defineSwiper, defineSwiperItem } from './swiper';
import { defineText } from './text';
import { defineTextarea } from './textarea';
import { defineVideo } from './video';
import { defineCoverView, defineRootPortal, defineView } from './view';

/** What components ask of the phone. */
export interface ComponentParts {
  behaviors: FormBehaviors;
  navigation: Navigation;
  openTypes: OpenTypes;
  changeNavigationBar(change: NavigationBarChange): void;
}

let registered: ComponentSpace | undefined;

/** The properties of a built-in component, in camel case; undefined when this phone does not have it. */
export const builtInProperties = (tag: string): string[] | undefined =>
  definitionOf(tag)?.behavior.listProperties();

function definitionOf(tag: string): GeneralComponentDefinition | undefined {
  const definition = registered?.getGlobalUsingComponent(tag) ?? undefined;
  return typeof definition === 'object' && 'behavior' in definition ? definition : undefined;
}

/** @returns the tag names */
export function registerBuiltInComponents(space: ComponentSpace, parts: ComponentParts): string[] {
  const definitions: Record<string, unknown> = {
    view: defineView(space),
    'cover-view': defineCoverView(space),
    'root-portal': defineRootPortal(space),
    text: defineText(space),
    image: defineImage(space),
    'cover-image': defineCoverImage(space),
    icon: defineIcon(space),
    progress: defineProgress(space),
    'rich-text': defineRichText(space),
    button: defineButton(space, parts.openTypes, parts.behaviors),
    navigator: defineNavigator(space, parts.navigation),
    form: defineForm(space, parts.behaviors),
    label: defineLabel(space),
    input: defineInput(space),
    textarea: defineTextarea(space),
    switch: defineSwitch(space),
    checkbox: defineCheckbox(space),
    'checkbox-group': defineCheckboxGroup(space),
    radio: defineRadio(space),
    'radio-group': defineRadioGroup(space),
    slider: defineSlider(space),
    picker: definePicker(space),
    'picker-view': definePickerView(space),
    'picker-view-column': definePickerViewColumn(space),
    'scroll-view': defineScrollView(space),
    swiper: defineSwiper(space),
    'swiper-item': defineSwiperItem(space),
    'movable-area': defineMovableArea(space),
    'movable-view': defineMovableView(space),
    canvas: defineCanvas(space),
    video: defineVideo(space),
    audio: defineAudio(space),
    'page-meta': definePageMeta(space),
    'navigation-bar': defineNavigationBar(space, parts.changeNavigationBar),
    'page-container': definePageContainer(space),
    'match-media': defineMatchMedia(space),
    'open-data': defineOpenData(space),
    ...defineSkyline(space),
    ...definePlaceholders(space),
  };
  registered = space;
  for (const [tag, definition] of Object.entries(definitions)) {
    space.setGlobalUsingComponent(tag, definition as GeneralComponentDefinition);
  }
  return Object.keys(definitions);
}
