import { mount } from 'svelte';
import Upgrade from './Upgrade.svelte';

mount(Upgrade, { target: document.body });
